import { PermissionFlagsBits } from 'discord.js';
import type { APIMessage } from 'discord.js';
import { Hono } from 'hono';
import { checkedOwnEdit, checkedOwnMessage } from '../check/message.js';
import { refusals } from '../refusal.js';
import { channelOf } from '../resources.js';
import { bodyOf } from './body.js';
import type { RestParts } from './parts.js';

/** What the bot says and reads in the channel without being asked. https://discord.com/developers/docs/resources/message#endpoints */
export function channelRoutes({ world, messages }: RestParts): Hono {
  const app = new Hono();
  const { ReadMessageHistory, SendMessages, ManageMessages, ViewChannel } = PermissionFlagsBits;
  /** @throws {ApiRefusal} where the bot may not do this there. */
  const mayIn = (id: string, ...needed: bigint[]) => {
    const { channel, bot } = world;
    if (id !== channel.id) throw refusals.unknownChannel();
    if ((bot.permissions & ViewChannel) === 0n) throw refusals.missingAccess();
    if (needed.some((one) => (bot.permissions & one) === 0n)) throw refusals.missingPermissions();
  };
  /** Messages for one person alone are not in the channel. @throws {ApiRefusal} */
  const messageOf = (id: string): APIMessage => {
    const { message, onlyFor } = messages.get(id);
    if (onlyFor !== undefined) throw refusals.unknownMessage();
    return message;
  };

  app.get('/channels/:channel', (context) => {
    const { channel: id } = context.req.param();
    mayIn(id);
    return context.json(channelOf(world));
  });

  const all = '/channels/:channel/messages';
  const one = `${all}/:message`;
  app.get(all, (context) => {
    mayIn(context.req.param('channel'), ReadMessageHistory);
    return context.json(messages.open.toReversed().slice(0, Number(context.req.query('limit') ?? 50)));
  });
  app.post(all, async (context) => {
    mayIn(context.req.param('channel'), SendMessages);
    const { json, files } = await bodyOf(context, world);
    const body = checkedOwnMessage(json, files.length);
    const said = body.enforce_nonce === true && body.nonce != null ? body.nonce : undefined;
    const before = said === undefined ? undefined : messages.open.find(({ nonce }) => nonce === said);
    return context.json(before ?? messages.post(body, { files }).message);
  });
  app.get(one, (context) => {
    const { channel, message } = context.req.param();
    mayIn(channel, ReadMessageHistory);
    return context.json(messageOf(message));
  });
  app.patch(one, async (context) => {
    const { channel, message } = context.req.param();
    mayIn(channel);
    const { json, files } = await bodyOf(context, world);
    return context.json(messages.edit(messageOf(message).id, checkedOwnEdit(json), files).message);
  });
  app.delete(one, (context) => {
    const { channel, message } = context.req.param();
    mayIn(channel);
    messages.delete(messageOf(message).id);
    return context.body(null, 204);
  });

  const pin = `${all}/pins/:message`;
  app.on(['PUT', 'DELETE'], pin, (context) => {
    const { channel, message } = context.req.param();
    mayIn(channel, ManageMessages);
    messages.pin(messageOf(message).id, context.req.method === 'PUT');
    return context.body(null, 204);
  });
  return app;
}
