import { Hono } from 'hono';
import { ApiRefusal, refusals } from '../refusal.js';
import { aboutRoutes } from './about.js';
import { channelRoutes } from './channels.js';
import { commandRoutes } from './commands.js';
import { guard } from './guard.js';
import { interactionRoutes } from './interactions.js';
import type { RestParts } from './parts.js';

/** Discord's REST interface, version 10, as far as a bot that answers commands needs it. */
export function restApi(parts: RestParts): Hono {
  const app = new Hono();
  app.use(guard(parts));
  app.route('/', aboutRoutes(parts));
  app.route('/', commandRoutes(parts));
  app.route('/', interactionRoutes(parts));
  app.route('/', channelRoutes(parts));
  app.all('*', () => {
    throw refusals.notFound();
  });
  app.onError((error, context) => {
    if (error instanceof ApiRefusal) {
      const { status, code, message, errors } = error;
      return context.json({ message, code, ...(errors !== undefined && { errors }) }, status);
    }
    // a fault of the stand-in itself: the bot is told as by Discord, and whoever runs this hears of it
    queueMicrotask(() => {
      throw error;
    });
    return context.json({ message: '500: Internal Server Error', code: 0 }, 500);
  });
  const root = new Hono();
  root.route('/api/v10', app);
  return root;
}
