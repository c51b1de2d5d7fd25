import { Hono } from 'hono';
import { userOf } from '../resources.js';
import type { RestParts } from './parts.js';

/** Who the bot is, and where the gateway. */
export function aboutRoutes({ world: { bot }, gatewayUrl }: RestParts): Hono {
  const app = new Hono();
  app.get('/gateway', (context) => context.json({ url: gatewayUrl() }));
  app.get('/gateway/bot', (context) =>
    context.json({
      url: gatewayUrl(),
      shards: 1,
      session_start_limit: { total: 1_000, remaining: 1_000, reset_after: 86_400_000, max_concurrency: 1 },
    }),
  );
  app.get('/users/@me', (context) => context.json(userOf(bot, true)));
  for (const path of ['/applications/@me', '/oauth2/applications/@me'])
    app.get(path, (context) =>
      context.json({
        id: bot.id,
        name: bot.name,
        icon: null,
        description: '',
        bot_public: true,
        bot_require_code_grant: false,
        verify_key: '',
        flags: 0,
      }),
    );
  return app;
}
