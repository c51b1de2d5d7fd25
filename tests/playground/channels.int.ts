import { beforeEach, describe, expect, test } from '@jest/globals';
import { ChannelType, PermissionFlagsBits, Routes } from 'discord.js';
import { tavern } from '../../src/playground/index.js';
import { bot, callback, feed, messageId, refusalOf, send, table, text } from './bot.js';

const at = bot({ speed: Infinity });
const { AttachFiles, EmbedLinks, ReadMessageHistory, SendMessages, ViewChannel } = PermissionFlagsBits;
const usual = tavern.bot.permissions;
/** Lets the bot do only this in the feed. */
const only = (permissions: bigint) => {
  const channel = at.discord.world.channels.find(({ id }) => id === feed);
  if (channel !== undefined) channel.permissions = permissions;
};
beforeEach(() => {
  at.discord.world.channels = structuredClone(tavern.channels);
});

describe('a channel', () => {
  test('has what is typed in it, and is named by what comes of that', async () => {
    const there = at.discord.as('Ines', { channel: 'hp-feed' });
    const before = at.ines.messages().length;
    only(usual & ~EmbedLinks);
    at.answer = (raw) =>
      callback(
        at,
        raw,
        text('pong', {
          components: [{ type: 1, components: [{ type: 2, style: 2, label: 'Press', custom_id: 'press' }] }],
        }),
      );
    const id = messageId(await there.type('/ping word:x'));
    const named = { channel_id: feed, channel: { id: feed, name: 'hp-feed', position: 1 } };
    expect(at.received.at(-1)).toMatchObject({ ...named, app_permissions: String(usual & ~EmbedLinks) });
    expect(there.messages()).toMatchObject([{ id, channel_id: feed }]);
    expect(at.ines.messages()).toHaveLength(before);
    // wherever the person is: the button is where the message is
    const answer = messageId(await at.tomas.press(id, 'press'));
    expect(at.received.at(-1)).toMatchObject({ ...named, message: { id, channel_id: feed } });
    expect(at.discord.messages.get(answer).message).toMatchObject({
      channel_id: feed,
      message_reference: { channel_id: feed },
    });
  });

  test('is told of to a bot that sees it', async () => {
    expect(await at.rest.get(Routes.channel(feed))).toMatchObject({ id: feed, type: 0, name: 'hp-feed' });
    only(0n);
    expect(await refusalOf(at.rest.get(Routes.channel(feed)))).toEqual([403, 50001, 'Missing Access']);
  });

  test('that is gone is refused, and nothing can be typed or pressed there', async () => {
    at.answer = (raw) => callback(at, raw, text('pong'));
    const there = at.discord.as('Ines', { channel: feed });
    const id = messageId(await there.type('/ping word:x'));
    at.discord.world.channels = at.discord.world.channels.filter((one) => one.id !== feed);
    const gone = [404, 10003, 'Unknown Channel'];
    expect(await refusalOf(send(at, { content: 'x' }, feed))).toEqual(gone);
    expect(await refusalOf(at.rest.get(Routes.channelMessages(feed)))).toEqual(gone);
    expect(await refusalOf(at.rest.patch(Routes.channelMessage(feed, id), { body: {} }))).toEqual(gone);
    expect(() => at.discord.as('Ines', { channel: feed })).toThrow('not there any more');
    await expect(at.tomas.press(id, 'press')).rejects.toThrow('nothing to press');
  });
});

describe('what the bot may in a channel', () => {
  const missing = [403, 50013, 'Missing Permissions'];
  const embeds = [{ title: 'x' }];

  test('is asked for each thing that it does', async () => {
    only(ViewChannel);
    expect(await refusalOf(send(at, { content: 'x' }, feed))).toEqual(missing);
    expect(await at.rest.get(Routes.channelMessages(feed))).toEqual([]);
    only(ViewChannel | SendMessages);
    const { id } = await send(at, { content: 'x' }, feed);
    expect(await refusalOf(at.rest.get(Routes.channelMessage(feed, id)))).toEqual(missing);
    const files = [{ name: 'x.txt', data: 'x' }];
    const post = () => at.rest.post(Routes.channelMessages(feed), { files });
    expect(await refusalOf(post())).toEqual(missing);
    only(ViewChannel | SendMessages | AttachFiles);
    expect(await refusalOf(post())).toBe('taken');
    only(0n);
    expect(await refusalOf(send(at, { content: 'x' }, feed))).toEqual([403, 50001, 'Missing Access']);
    expect(await refusalOf(send(at, { content: 'x' }, table))).toBe('taken');
  });

  test('leaves embeds out where it may not show them, and refuses what is nothing then', async () => {
    only(ViewChannel | SendMessages | ReadMessageHistory);
    const sent = await send(at, { content: 'x', embeds }, feed);
    expect(sent).toMatchObject({ content: 'x', embeds: [] });
    expect(await refusalOf(send(at, { embeds }, feed))).toEqual(missing);
    const empty = [400, 50006, 'Cannot send an empty message'];
    const edit = at.rest.patch(Routes.channelMessage(feed, sent.id), { body: { content: '', embeds } });
    expect(await refusalOf(edit)).toEqual(empty);
  });
});

describe('a channel as an option', () => {
  test('is one of those that it takes, with what it is', async () => {
    at.discord.world.channels.push({
      id: '1300000000000000006',
      name: 'voices',
      type: ChannelType.GuildVoice,
    });
    at.answer = (raw) => callback(at, raw, text('pong'));
    await at.tomas.type('/ping word:x where:#hp-feed');
    expect(at.received.at(-1)).toMatchObject({
      channel_id: table,
      data: {
        options: [{ name: 'word' }, { name: 'where', type: 7, value: feed }],
        resolved: {
          channels: {
            [feed]: {
              ...{ id: feed, name: 'hp-feed', type: 0 },
              permissions: String(at.tomas.person.permissions),
              app_permissions: String(at.discord.world.bot.permissions),
            },
          },
        },
      },
    });
    for (const where of ['#voices', '1300000000000000006', '1300000000000000099', '#nowhere'])
      await expect(at.tomas.type(`/ping word:x where:${where}`)).rejects.toThrow('nothing here is called');
  });
});
