import { describe, expect, test } from '@jest/globals';
import { PermissionFlagsBits, Routes } from 'discord.js';
import type { RESTGetAPIChannelMessagesPinsResult } from 'discord.js';
import { application, board, bot, refusalOf, send } from './bot.js';

const at = bot({ speed: Infinity });
const pin = (id: string) => at.rest.put(Routes.channelMessagesPin(board, id));
const pins = async (query: object = {}) =>
  (await at.rest.get(Routes.channelMessagesPins(board), {
    query: new URLSearchParams(Object.entries(query)),
  })) as RESTGetAPIChannelMessagesPinsResult;
const post = async (content: string) => (await send(at, { content }, board)).id;

describe('a pin', () => {
  test('is told of in the channel, once, and is on the list until it is taken off', async () => {
    const id = await post('board');
    await pin(id);
    await pin(id);
    const [shown, notice, ...others] = at.discord.messages.in(board);
    expect(others).toEqual([]);
    expect(shown).toMatchObject({ id, pinned: true, edited_timestamp: null });
    expect(notice).toMatchObject({
      type: 6,
      content: '',
      author: { id: application },
      message_reference: { message_id: id, channel_id: board, guild_id: at.discord.world.guild.id },
    });
    expect(await pins()).toMatchObject({
      items: [{ pinned_at: expect.stringMatching(/Z$/) as unknown, message: { id } }],
      has_more: false,
    });
    const system = [403, 50021, 'Cannot execute action on a system message'];
    const edit = at.rest.patch(Routes.channelMessage(board, notice?.id ?? ''), { body: { content: 'x' } });
    expect(await refusalOf(edit)).toEqual(system);
    expect(await refusalOf(pin(notice?.id ?? ''))).toEqual(system);
    await at.rest.delete(Routes.channelMessagesPin(board, id));
    expect((await pins()).items).toEqual([]);
    expect(at.discord.messages.get(id).message.pinned).toBe(false);
  });

  test('needs two permissions, of which managing messages is none', async () => {
    const { bot: itself } = at.discord.world;
    const usual = itself.permissions;
    const { ManageMessages, PinMessages, ReadMessageHistory, SendMessages, ViewChannel } =
      PermissionFlagsBits;
    const id = await post('not mine to pin');
    const missing = [403, 50013, 'Missing Permissions'];
    for (const one of [ManageMessages | ReadMessageHistory, PinMessages]) {
      itself.permissions = ViewChannel | SendMessages | one;
      expect(await refusalOf(pin(id))).toEqual(missing);
    }
    itself.permissions = ViewChannel | PinMessages;
    expect((await pins()).items).toEqual([]);
    itself.permissions = usual;
    expect(await refusalOf(pin(id))).toBe('taken');
    expect(await refusalOf(pin('1300000000000000099'))).toEqual([404, 10008, 'Unknown Message']);
  });
});

test('pins are listed page by page, the last one first, also by the old address', async () => {
  const before = (await pins()).items.length;
  for (let i = 1; i <= 3; i++) {
    await at.rest.put(`/channels/${board}/pins/${await post(`${i}`)}`);
    at.ahead += 1_000;
  }
  const first = await pins({ limit: 2 });
  expect(first.items.map(({ message }) => message.content)).toEqual(['3', '2']);
  expect(first.has_more).toBe(true);
  const next = await pins({ before: first.items.at(-1)?.pinned_at });
  expect(next.items.map(({ message }) => message.content).slice(0, 1)).toEqual(['1']);
  expect(next.has_more).toBe(false);
  expect(await at.rest.get(`/channels/${board}/pins`)).toHaveLength(before + 3);
  expect(await refusalOf(pins({ limit: 51 }))).toEqual([400, 50035, 'Invalid Form Body']);
  expect(await refusalOf(pins({ before: 'yesterday' }))).toEqual([400, 50035, 'Invalid Form Body']);
});

test('a channel holds 250 pins', async () => {
  const { messages } = at.discord;
  const another = () => messages.post({ content: 'x' }, { channel: board }).message.id;
  while (messages.pinnedIn(board).length < 250) messages.pin(another());
  const most = [400, 30003, 'Maximum number of pins reached (250)'];
  expect(await refusalOf(pin(another()))).toEqual(most);
});
