import { describe, expect, test } from '@jest/globals';
import { PermissionFlagsBits, Routes } from 'discord.js';
import type { APIMessage } from 'discord.js';
import { application, bot, feed, messageId, refusalOf, send, table, callback, text } from './bot.js';

const at = bot({ speed: Infinity });
const all = Routes.channelMessages(table);
const hello = { content: 'hello' };
const contentsOf = (messages: unknown) => (messages as APIMessage[]).map(({ content }) => content);

describe('a message of the bot’s own', () => {
  test('is posted, read, changed and taken back', async () => {
    const sent = await send(at, hello);
    const route = Routes.channelMessage(table, sent.id);
    await at.rest.patch(route, { body: { content: 'changed' } });
    expect(await at.rest.get(route)).toMatchObject({ content: 'changed', author: { id: application } });
    expect(at.ines.messages().at(-1)?.content).toBe('changed');
    expect(await at.rest.get(all)).toMatchObject([{ id: sent.id }]);
    await at.rest.delete(route);
    expect(at.ines.messages()).toEqual([]);
    expect(await refusalOf(at.rest.get(route))).toEqual([404, 10008, 'Unknown Message']);
  });

  test('is in its channel alone, and nothing that is for one person is in any', async () => {
    const sent = await send(at, hello);
    const elsewhere = Routes.channelMessage(feed, sent.id);
    expect(await refusalOf(at.rest.get(elsewhere))).toEqual([404, 10008, 'Unknown Message']);
    at.answer = (raw) => callback(at, raw, text('secret', { flags: 64 }));
    const secret = Routes.channelMessage(table, messageId(await at.tomas.type('/ping word:x')));
    expect(await refusalOf(at.rest.patch(secret, { body: hello }))).toEqual([404, 10008, 'Unknown Message']);
  });

  test('that someone else said is not changed, and deleted by whoever may', async () => {
    const route = Routes.channelMessage(table, at.tomas.say('hello').id);
    const another = [403, 50005, 'Cannot edit a message authored by another user'];
    expect(await refusalOf(at.rest.patch(route, { body: hello }))).toEqual(another);
    expect(await refusalOf(at.rest.delete(route))).toEqual([403, 50013, 'Missing Permissions']);
    at.discord.world.bot.permissions |= PermissionFlagsBits.ManageMessages;
    expect(await refusalOf(at.rest.delete(route))).toBe('taken');
  });
});

describe('a nonce that is to be enforced', () => {
  const body = { content: 'once', enforce_nonce: true };

  test('is posted once, also at the same time, until a few minutes have gone by', async () => {
    const both = await Promise.all([1, 2].map(() => send(at, { ...body, nonce: 'a' }, feed)));
    expect(both[1]).toEqual(both[0]);
    expect(both[0]?.nonce).toBe('a');
    expect(at.discord.messages.in(feed)).toHaveLength(1);
    at.ahead += 5 * 60_000;
    expect((await send(at, { ...body, nonce: 'a' }, feed)).id).not.toBe(both[0]?.id);
  });

  test('is the bot’s own in every channel, and spent even if the message is gone', async () => {
    const sent = await send(at, { content: 'first', nonce: 7 }, feed);
    expect((await send(at, { ...body, nonce: 7 })).id).toBe(sent.id);
    await at.rest.delete(Routes.channelMessage(feed, sent.id));
    expect(await refusalOf(send(at, { ...body, nonce: 7 }))).toEqual([404, 10008, 'Unknown Message']);
  });

  test('is forgotten where it was refused, and posted again where none is to be enforced', async () => {
    const empty = send(at, { ...body, content: '', nonce: 'b' });
    expect(await refusalOf(empty)).toEqual([400, 50006, 'Cannot send an empty message']);
    const [one, two] = [await send(at, { ...body, nonce: 'b' }), await send(at, { ...hello, nonce: 'b' })];
    expect(two.id).not.toBe(one.id);
    const long = { ...body, nonce: 'x'.repeat(26) };
    expect(await refusalOf(send(at, long))).toEqual([400, 50035, 'Invalid Form Body']);
  });
});

describe('what was said in a channel', () => {
  const read = async (query: object) =>
    contentsOf(await at.rest.get(all, { query: new URLSearchParams(Object.entries(query)) }));

  test('is read newest first: the last of it, or by a message', async () => {
    for (const { id } of at.discord.messages.in(table))
      await at.rest.delete(Routes.channelMessage(table, id));
    const ids = Array.from(
      { length: 60 },
      (_, i) => at.discord.messages.post({ content: `${i}` }, { channel: table }).message.id,
    );
    expect(await read({})).toHaveLength(50);
    expect(await read({ limit: 2 })).toEqual(['59', '58']);
    expect(await read({ limit: 2, before: ids[10] })).toEqual(['9', '8']);
    expect(await read({ limit: 2, after: ids[10] })).toEqual(['12', '11']);
    expect(await read({ limit: 3, around: ids[10] })).toEqual(['11', '10', '9']);
    expect(await read({ after: ids[59] })).toEqual([]);
    expect(await read({ limit: 1, before: ids[0] })).toEqual([]);
  });

  test.each([
    ['a hundred and one', { limit: 101 }],
    ['none', { limit: 0 }],
    ['some', { limit: 'some' }],
    ['before what is no id', { before: 'x' }],
    ['before and after one', { before: '1', after: '1' }],
  ])('can not be asked for so: %s', async (_, query) => {
    expect(await refusalOf(read(query))).toEqual([400, 50035, 'Invalid Form Body']);
  });
});
