import { Hono } from 'hono';
import { bodyOf } from './body.js';
import type { RestParts } from './parts.js';

/** The first answer to an interaction, and what follows it. https://discord.com/developers/docs/interactions/receiving-and-responding#endpoints */
export function interactionRoutes({ interactions, world }: RestParts): Hono {
  const app = new Hono();
  app.post('/interactions/:id/:token/callback', async (context) => {
    const { id, token } = context.req.param();
    const { json, files } = await bodyOf(context, world);
    const result = interactions.answer(id, token, json, files);
    return context.req.query('with_response') === 'true' ? context.json(result) : context.body(null, 204);
  });

  const webhook = '/webhooks/:application/:token';
  const message = `${webhook}/messages/:message`;
  app.post(webhook, async (context) => {
    const { application, token } = context.req.param();
    const { json, files } = await bodyOf(context, world);
    return context.json(interactions.followUp(application, token, json, files).message);
  });
  app.get(message, (context) => {
    const { application, token, message } = context.req.param();
    return context.json(interactions.read(application, token, message).message);
  });
  app.patch(message, async (context) => {
    const { application, token, message } = context.req.param();
    const { json, files } = await bodyOf(context, world);
    return context.json(interactions.edit(application, token, message, json, files).message);
  });
  app.delete(message, (context) => {
    const { application, token, message } = context.req.param();
    interactions.remove(application, token, message);
    return context.body(null, 204);
  });
  return app;
}
