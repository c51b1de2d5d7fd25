import { MessageType, PermissionFlagsBits } from 'discord.js';
import { Hono } from 'hono';
import { z } from 'zod';
import { refusals } from '../refusal.js';
import type { RestParts } from './parts.js';
import { demand } from './place.js';
import type { Places } from './place.js';
import { limitOf, queryOf } from './query.js';

const { PinMessages, ReadMessageHistory } = PermissionFlagsBits;
const pinsQuery = z.object({ limit: limitOf(50), before: z.iso.datetime({ offset: true }).exactOptional() });

/** What is pinned in a channel. https://discord.com/developers/docs/resources/message#get-channel-pins */
export function pinRoutes({ messages }: RestParts, { placeOf, messageIn }: Places): Hono {
  const app = new Hono();
  const current = '/channels/:channel/messages/pins';
  const deprecated = '/channels/:channel/pins';

  app.get(current, (context) => {
    const place = placeOf(context);
    const { limit, before } = queryOf(pinsQuery, context);
    const end = before === undefined ? Infinity : Date.parse(before);
    const pins = place.may(ReadMessageHistory) ? messages.pinnedIn(place.id) : [];
    const older = pins.filter(({ pinnedAt }) => pinnedAt < end);
    const items = older
      .slice(0, limit)
      .map(({ message, pinnedAt }) => ({ pinned_at: new Date(pinnedAt).toISOString(), message }));
    return context.json({ items, has_more: older.length > limit });
  });
  app.get(deprecated, (context) => {
    const place = placeOf(context);
    const pins = place.may(ReadMessageHistory) ? messages.pinnedIn(place.id) : [];
    return context.json(pins.map(({ message }) => message));
  });

  for (const path of [current, deprecated])
    app.on(['PUT', 'DELETE'], `${path}/:message`, (context) => {
      const place = placeOf(context);
      // Manage Messages alone has not been enough since February 2026
      demand(place, PinMessages, ReadMessageHistory);
      const { id, type } = messageIn(place, context);
      if (type === MessageType.ChannelPinnedMessage) throw refusals.systemMessage();
      if (context.req.method === 'PUT') messages.pin(id);
      else messages.unpin(id);
      return context.body(null, 204);
    });
  return app;
}
