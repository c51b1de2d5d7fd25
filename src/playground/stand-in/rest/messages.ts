import { MessageType, PermissionFlagsBits, RESTJSONErrorCodes } from 'discord.js';
import type { APIMessage } from 'discord.js';
import { Hono } from 'hono';
import { checkedOwnEdit, checkedOwnMessage, isEmpty } from '../check/message.js';
import type { MessageBody } from '../check/message.js';
import { Nonces } from '../nonces.js';
import { rateLimits } from '../rate-limits.js';
import { refusals } from '../refusal.js';
import { madeAt } from '../snowflake.js';
import { bodyOf } from './body.js';
import { historyOf, historyQuery } from './history.js';
import type { RestParts } from './parts.js';
import { demand } from './place.js';
import type { Place, Places } from './place.js';
import { queryOf } from './query.js';
import { tooMany } from './too-many.js';
import type { Limited } from './too-many.js';

const { AttachFiles, EmbedLinks, ManageMessages, ReadMessageHistory, SendMessages } = PermissionFlagsBits;

/** The bot's own messages. https://discord.com/developers/docs/resources/message#endpoints */
export function messageRoutes(parts: RestParts, { placeOf, messageIn }: Places): Hono {
  const { world, messages, now } = parts;
  const app = new Hono();
  const oldEdits = limitedOldEdits(parts);
  const nonces = new Nonces(now);
  const all = '/channels/:channel/messages';
  const one = `${all}/:message{\\d+}`;

  app.get(all, (context) => {
    const place = placeOf(context);
    const wanted = queryOf(historyQuery, context);
    return context.json(place.may(ReadMessageHistory) ? historyOf(messages.in(place.id), wanted) : []);
  });
  app.post(all, async (context) => {
    const place = placeOf(context);
    const { id: channel, recipient } = place;
    demand(place, SendMessages);
    if (recipient?.closedToMessages === true) throw refusals.noDirectMessages();
    const { json, files } = await bodyOf(context, world);
    if (files.length > 0) demand(place, AttachFiles);
    // from here on nothing waits: of two requests with one nonce, the second finds what the first has posted
    const { enforce_nonce: isEnforced, ...body } = shownIn(place, checkedOwnMessage(json, files.length));
    const { nonce } = body;
    const before = nonce != null && isEnforced === true ? nonces.find(nonce) : undefined;
    if (before !== undefined) return context.json({ ...messages.get(before).message, nonce });
    if (isEmpty(body, files.length)) throw refusals.missingPermissions();
    const { message } = messages.post(body, { channel, onlyFor: recipient?.id }, files);
    if (nonce != null) nonces.keep(nonce, message.id);
    return context.json({ ...message, ...(nonce != null && { nonce }) });
  });

  app.get(one, (context) => {
    const place = placeOf(context);
    demand(place, ReadMessageHistory);
    return context.json(messageIn(place, context));
  });
  app.patch(one, async (context) => {
    const place = placeOf(context);
    const message = messageIn(place, context);
    const { id, author, type } = message;
    if (author.id !== world.bot.id) throw refusals.anothersMessage();
    if (type === MessageType.ChannelPinnedMessage) throw refusals.systemMessage();
    const { json, files } = await bodyOf(context, world);
    const limited = oldEdits(message);
    if (limited !== undefined) return tooMany(context, limited);
    if (files.length > 0) demand(place, AttachFiles);
    return context.json(messages.edit(id, shownIn(place, checkedOwnEdit(json)), files).message);
  });
  app.delete(one, (context) => {
    const place = placeOf(context);
    const { id, author } = messageIn(place, context);
    if (author.id !== world.bot.id) demand(place, ManageMessages);
    messages.delete(id);
    return context.body(null, 204);
  });
  return app;
}

/**
 * Without its embeds where the bot may not show any there: Discord says nothing of it, and refuses only what is empty then.
 * https://github.com/discord/discord-api-docs/issues/5648
 */
function shownIn({ may }: Place, body: MessageBody): MessageBody {
  return body.embeds === undefined || may(EmbedLinks) ? body : { ...body, embeds: [] };
}

/** From this age on edits of a message are limited harder. Milliseconds. */
const old = 3_600_000;

/** Counts the edits of old messages. @returns where one is too many, how that is answered. */
function limitedOldEdits({ now, speed, faults }: RestParts): (message: APIMessage) => Limited | undefined {
  const allowance = rateLimits(now, speed);
  return ({ id, channel_id: channel }) => {
    const limit = faults.oldEdits(channel);
    if (limit === undefined || now() - madeAt(id) <= old) return undefined;
    const { retryAfter } = allowance(limit, 'old edits', channel);
    if (retryAfter === undefined) return undefined;
    return {
      retryAfter,
      scope: 'shared',
      message: 'Maximum number of edits to messages older than 1 hour reached. Try again later',
      code: RESTJSONErrorCodes.MaximumNumberOfEditsToMessagesOlderThanOneHourReached,
    };
  };
}
