import { Hono } from 'hono';
import { z } from 'zod';
import { bySchema } from '../check/schema.js';
import { refuseIf, refusals } from '../refusal.js';
import { directChannelOf } from '../resources.js';
import { bodyOf } from './body.js';
import { messageRoutes } from './messages.js';
import type { RestParts } from './parts.js';
import { pinRoutes } from './pins.js';
import { places } from './place.js';

const opening = z.object({ recipient_id: z.string() });

/** What the bot says and reads in channels without being asked. https://discord.com/developers/docs/resources/channel#endpoints */
export function channelRoutes(parts: RestParts): Hono {
  const { world, directChannels } = parts;
  const app = new Hono();
  const found = places(parts);

  app.get('/channels/:channel', (context) => context.json(found.placeOf(context).resource));
  app.post('/users/@me/channels', async (context) => {
    const { json } = await bodyOf(context, world);
    refuseIf(bySchema(opening, json));
    const { recipient_id: recipient } = opening.parse(json);
    const person = world.people.find(({ id }) => id === recipient);
    if (person === undefined) throw refusals.invalidRecipient();
    return context.json(directChannelOf(directChannels.with(person), person));
  });
  app.route('/', messageRoutes(parts, found));
  app.route('/', pinRoutes(parts, found));
  return app;
}
