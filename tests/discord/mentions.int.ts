import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ComponentType, InteractionResponseType as Answer, PermissionFlagsBits } from 'discord.js';
import { discordProxy } from '../support/discord-proxy.js';
import type { DiscordProxy, Sent } from '../support/discord-proxy.js';
import { beforeTaken } from './before-taken.js';
import { answerOf, bot, until } from './bot.js';
import { httpBot } from './http-bot.js';

/** What is said of whom a message pings: whatever stands in it, and whatever it may hold one day. */
const nobody = { parse: [] };
const [feed, board] = ['1300000000000000004', '1300000000000000005'];

interface Said {
  type?: Answer;
  data?: object;
  allowed_mentions?: object;
}

/** Which way a message went out, and what it was; nothing where it was no message. */
function messageIn({ method, path, body }: Sent): [way: string, message: Said][] {
  if (typeof body !== 'object' || body === null) return [];
  const said: Said = body;
  if (path.endsWith('/callback')) return firstAnswer(said);
  const way = [
    ['answers that are edited', 'PATCH', /\/webhooks\/.*\/messages\/(@|%40)original$/],
    ['further answers', 'POST', /\/webhooks\/\d+\/[^/]+$/],
    ['entries of the feed', 'POST', new RegExp(`/channels/${feed}/messages$`)],
    ['boards', 'POST', new RegExp(`/channels/${board}/messages$`)],
    ['boards that are edited', 'PATCH', new RegExp(`/channels/${board}/messages/\\d+$`)],
    ['direct messages', 'POST', /\/channels\/\d+\/messages$/],
  ].find((one) => one[1] === method && new RegExp(one[2] ?? '').test(path))?.[0];
  return way === undefined ? [] : [[String(way), said]];
}

function firstAnswer({ type, data = {} }: Said): [string, Said][] {
  if (type === Answer.ChannelMessageWithSource) return [['first answers', data]];
  return type === Answer.UpdateMessage ? [['answers in place', data]] : [];
}

describe('over the gateway', () => {
  let proxy: DiscordProxy;
  const at = bot({
    through: async (api) => {
      proxy = await discordProxy(api);
      return proxy.api;
    },
  });
  afterAll(() => proxy.close());

  /** The messages that went out that way. */
  const out = (by: string) => proxy.sent.flatMap(messageIn).filter(([way]) => way === by);
  const has = (way: string) => until(() => out(way).length > 0, `no ${way}`);

  beforeAll(async () => {
    await at.tomas.type('/hp character add name:Thorin max:31');
    await at.mara.type('/hp character add name:Ogre max:59 kind:creature hidden:true');
    for (let i = 0; i < 10; i++) await at.tomas.type('/hp heal amount:1');
    await at.mara.type('/hp settings feed channel:#hp-feed');
    await at.mara.type('/hp settings board channel:#hp-board');
    await has('boards');
    await at.mara.type('/hp damage amount:3 target:Ogre,Thorin note:@everyone');
    await has('entries of the feed');
    await has('boards that are edited');
    await has('further answers');
    const exported = await at.tomas.type('/hp export');
    if (exported.kind !== 'message') throw new Error(exported.kind);
    await has('answers that are edited');
    const log = await at.tomas.type('/hp log target:Thorin');
    if (log.kind !== 'message') throw new Error(log.kind);
    expect(await answerOf(at, log)).toContain('Thorin');
    const [row] = at.discord.messages.get(log.messageId).message.components ?? [];
    if (row?.type !== ComponentType.ActionRow) throw new Error('no buttons');
    const [, older] = row.components;
    if (older === undefined || !('custom_id' in older)) throw new Error('no button');
    await at.tomas.press(log.messageId, older.custom_id);
    const channel = at.discord.world.channels.find(({ id }) => id === feed);
    if (channel === undefined) throw new Error('there is no channel');
    channel.permissions = PermissionFlagsBits.ViewChannel;
    await at.tomas.type('/hp heal amount:1');
    await has('direct messages');
  }, 60_000);

  test.each([
    'first answers',
    'answers in place',
    'answers that are edited',
    'further answers',
    'entries of the feed',
    'boards',
    'boards that are edited',
    'direct messages',
  ])('%s ping nobody, and say so', (way) => {
    const messages = out(way);
    expect(messages).not.toEqual([]);
    for (const [, { allowed_mentions }] of messages) expect(allowed_mentions).toEqual(nobody);
  });
});

describe('over HTTP', () => {
  const at = httpBot();

  test('first answers ping nobody, and say so', async () => {
    const answers: unknown[] = [];
    beforeTaken(at.discord, (answer) => void answers.push(answer));
    await at.tomas.type('/hp character add name:Thorin max:31');
    await at.tomas.type('/hp heal amount:minus');
    expect(answers).toMatchObject([0, 1].map(() => ({ data: { allowed_mentions: nobody } })));
  });
});
