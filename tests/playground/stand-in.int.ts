import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GatewayDispatchEvents, PermissionFlagsBits } from 'discord-api-types/v10';
import { Client, DiscordAPIError, REST, Routes } from 'discord.js';
import type { APIInteraction } from 'discord.js';
import WebSocket from 'ws';
import { startStandIn, tavern } from '../../src/playground/index.js';
import type { StandIn } from '../../src/playground/index.js';
import { until } from '../discord/bot.js';

/** A bot of three lines, on discord.js, that does with an interaction what a test tells it to. */
let discord: StandIn;
let client: Client;
let rest: REST;
let now = 0;
let received: APIInteraction[] = [];
let answer: (raw: APIInteraction) => Promise<unknown> = () => Promise.resolve();

const application = '1300000000000000003';
const ping = {
  name: 'ping',
  description: 'Answers',
  options: [
    { type: 3, name: 'word', description: 'A word', required: true, autocomplete: true },
    { type: 4, name: 'count', description: 'How often', min_value: 1, max_value: 9 },
    { type: 5, name: 'loud', description: 'Whether' },
    { type: 6, name: 'whom', description: 'A person' },
  ],
};
const callback = (raw: APIInteraction, body: unknown) =>
  rest.post(Routes.interactionCallback(raw.id, raw.token), { body, auth: false });
const original = (raw: APIInteraction) => Routes.webhookMessage(application, raw.token, '@original');
const text = (content: string, more = {}) => ({ type: 4, data: { content, ...more } });
const refusalOf = async (action: Promise<unknown>) => {
  try {
    await action;
  } catch (error) {
    if (error instanceof DiscordAPIError) return [error.status, error.code, error.message.split('\n')[0]];
    throw error;
  }
  return 'taken';
};
/** Lets Tomas type something, and the bot do this with it. @returns what the bot's request came to. */
async function refused(does: (raw: APIInteraction) => Promise<unknown>): Promise<unknown> {
  let result: unknown = 'nothing happened';
  answer = async (raw) => {
    result = await refusalOf(does(raw));
  };
  void discord.as('Tomas').type('/ping word:x');
  await until(() => result !== 'nothing happened');
  return result;
}

beforeAll(async () => {
  discord = await startStandIn({ now: () => Date.now() + now });
  client = new Client({ intents: [], rest: { api: discord.api } });
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (raw: APIInteraction) => {
    received.push(raw);
    void answer(raw);
  });
  await client.login(discord.token);
  rest = new REST({ api: discord.api, retries: 0 }).setToken(discord.token);
  await rest.put(Routes.applicationCommands(application), { body: [ping] });
});
afterAll(async () => {
  await client.destroy();
  await discord.close();
});

describe('an interaction', () => {
  test('reaches the real client whole, with what was typed in its types', async () => {
    received = [];
    answer = (raw) => callback(raw, text('pong'));
    const outcome = await discord.as('Tomas').type('/ping word:two words count:3 loud:true whom:Ines');
    expect(outcome).toMatchObject({ kind: 'message', ephemeral: false });
    expect(received[0]).toMatchObject({
      type: 2,
      guild_id: '1300000000000000001',
      member: { user: { id: '1300000000000000012' } },
      data: {
        name: 'ping',
        options: [
          { name: 'word', value: 'two words' },
          { name: 'count', value: 3 },
          { name: 'loud', value: true },
          { name: 'whom', value: '1300000000000000013' },
        ],
        resolved: { users: { '1300000000000000013': { username: 'ines' } } },
      },
    });
  });

  test.each([
    ['/ping', 'word is required'],
    ['/ping word:x count:ten', 'a whole number'],
    ['/ping word:x count:10', '1 to 9'],
    ['/ping word:x loud:maybe', 'True or False'],
    ['/ping word:x whom:Nobody', 'nobody here'],
    ['/ping x', 'not an option'],
    ['/pong word:x', 'no such command'],
  ])('%j is not sent, as by Discord’s client', async (line, words) => {
    await expect(discord.as('Tomas').type(line)).rejects.toThrow(words);
  });

  test('that nobody answers has failed after three seconds', async () => {
    answer = () => Promise.resolve();
    expect(await discord.as('Tomas').type('/ping word:x')).toEqual({
      kind: 'failed',
      reason: 'The application did not respond',
    });
  });

  test('that is deferred is filled by an edit, or by the first follow-up', async () => {
    answer = async (raw) => {
      await callback(raw, { type: 5 });
      await rest.patch(original(raw), { body: { content: 'edited' }, auth: false });
    };
    const edited = await discord.as('Tomas').type('/ping word:x');
    answer = async (raw) => {
      await callback(raw, { type: 5 });
      await rest.post(Routes.webhook(application, raw.token), { body: { content: 'followed' }, auth: false });
    };
    const followed = await discord.as('Tomas').type('/ping word:x');
    const contentOf = (outcome: typeof edited) =>
      outcome.kind === 'message' ? discord.messages.get(outcome.messageId).message.content : outcome.kind;
    await until(() => contentOf(edited) === 'edited' && contentOf(followed) === 'followed');
  });

  test('whose answer is ephemeral is seen by its addressee alone', async () => {
    answer = (raw) => callback(raw, text('secret', { flags: 64 }));
    await discord.as('Tomas').type('/ping word:x');
    expect(discord.as('Tomas').messages().at(-1)?.content).toBe('secret');
    expect(discord.as('Ines').messages().at(-1)?.content).not.toBe('secret');
  });

  test('pings whom its answer names, unless that is forbidden', async () => {
    answer = (raw) => callback(raw, text('<@1300000000000000013> @everyone'));
    await discord.as('Tomas').type('/ping word:x');
    const pinging = discord.as('Tomas').messages().at(-1);
    expect([pinging?.mentions.length, pinging?.mention_everyone]).toEqual([1, true]);
    answer = (raw) =>
      callback(raw, text('<@1300000000000000013> @everyone', { allowed_mentions: { parse: [] } }));
    await discord.as('Tomas').type('/ping word:x');
    const silent = discord.as('Tomas').messages().at(-1);
    expect([silent?.mentions.length, silent?.mention_everyone]).toEqual([0, false]);
  });
});

describe('is refused with Discord’s status and code', () => {
  const embed = (title: string, length: number) => ({ title, description: 'x'.repeat(length) });
  const button = (id: string) => ({ type: 2, style: 2, label: 'x', custom_id: id });

  test.each<[string, unknown, (raw: APIInteraction) => Promise<unknown>]>([
    [
      'a second first answer',
      [400, 40060, 'Interaction has already been acknowledged.'],
      async (raw) => {
        await callback(raw, text('one'));
        await callback(raw, text('two'));
      },
    ],
    [
      'an unknown interaction',
      [404, 10062, 'Unknown interaction'],
      (raw) => callback({ ...raw, id: '1' }, text('x')),
    ],
    [
      'a wrong token',
      [404, 10062, 'Unknown interaction'],
      (raw) => callback({ ...raw, token: 'x' }, text('x')),
    ],
    [
      'an answer of the wrong kind',
      [400, 50035, 'Invalid Form Body'],
      (raw) => callback(raw, { type: 8, data: { choices: [] } }),
    ],
    ['an answer of no kind', [400, 50035, 'Invalid Form Body'], (raw) => callback(raw, {})],
    [
      'an empty message',
      [400, 50006, 'Cannot send an empty message'],
      (raw) => callback(raw, { type: 4, data: {} }),
    ],
    ['content of 2,001', [400, 50035, 'Invalid Form Body'], (raw) => callback(raw, text('x'.repeat(2_001)))],
    [
      'a title of 257',
      [400, 50035, 'Invalid Form Body'],
      (raw) => callback(raw, text('', { embeds: [embed('x'.repeat(257), 1)] })),
    ],
    [
      'a description of 4,097',
      [400, 50035, 'Invalid Form Body'],
      (raw) => callback(raw, text('', { embeds: [embed('x', 4_097)] })),
    ],
    [
      'embeds of 6,001 together',
      [400, 50035, 'Invalid Form Body'],
      (raw) => callback(raw, text('', { embeds: [embed('x', 3_000), embed('x', 2_999)] })),
    ],
    [
      'eleven embeds',
      [400, 50035, 'Invalid Form Body'],
      (raw) => callback(raw, text('', { embeds: Array(11).fill(embed('x', 1)) })),
    ],
    [
      'a custom id twice',
      [400, 50035, 'Invalid Form Body'],
      (raw) =>
        callback(raw, text('x', { components: [{ type: 1, components: [button('a'), button('a')] }] })),
    ],
    [
      'six buttons in a row',
      [400, 50035, 'Invalid Form Body'],
      (raw) =>
        callback(
          raw,
          text('x', {
            components: [{ type: 1, components: [1, 2, 3, 4, 5, 6].map((i) => button(String(i))) }],
          }),
        ),
    ],
    [
      'an edit before the first answer',
      [404, 10015, 'Unknown Webhook'],
      (raw) => rest.patch(original(raw), { body: { content: 'x' }, auth: false }),
    ],
    [
      'an edit that leaves nothing',
      [400, 50006, 'Cannot send an empty message'],
      async (raw) => {
        await callback(raw, text('x'));
        await rest.patch(original(raw), { body: { content: '' }, auth: false });
      },
    ],
    [
      'an edit with a wrong token',
      [401, 50027, 'Invalid Webhook Token'],
      (raw) =>
        rest.patch(Routes.webhookMessage(application, `${raw.token}x`, '@original'), {
          body: { content: 'x' },
          auth: false,
        }),
    ],
    ['a place that is not there', [404, 0, '404: Not Found'], () => rest.get('/guilds/1/emojis')],
  ])('%s', async (_, expected, does) => {
    expect(await refused(does)).toEqual(expected);
  });

  test('an answer after three seconds', async () => {
    const late = await refused(async (raw) => {
      now = 3_100;
      await callback(raw, text('late')).finally(() => {
        now = 0;
      });
    });
    expect(late).toEqual([404, 10062, 'Unknown interaction']);
  });

  test('an edit after fifteen minutes', async () => {
    const late = await refused(async (raw) => {
      await callback(raw, text('in time'));
      now = 15 * 60_000 + 1_000;
      await rest.patch(original(raw), { body: { content: 'late' }, auth: false }).finally(() => {
        now = 0;
      });
    });
    expect(late).toEqual([401, 50027, 'Invalid Webhook Token']);
  });

  test('a wrong bot token, by REST and by gateway', async () => {
    const wrong = new REST({ api: discord.api, retries: 0 }).setToken('wrong');
    expect(await refusalOf(wrong.get(Routes.user()))).toEqual([401, 0, '401: Unauthorized']);
    expect(await closeCodeAfter({ op: 2, d: { token: 'wrong', intents: 0 } })).toBe(4004);
  });

  test.each([
    ['what is no packet', 'text', 4002],
    ['an intent that is not there', { op: 2, d: { token: '', intents: 2 ** 30 } }, 4013],
    ['a command before identifying', { op: 3, d: {} }, 4003],
  ])('%s, by closing the gateway', async (_, packet, code) => {
    const known =
      typeof packet === 'object' && 'intents' in packet.d
        ? { ...packet, d: { ...packet.d, token: discord.token } }
        : packet;
    expect(await closeCodeAfter(known)).toBe(code);
  });
});

describe('a command is refused', () => {
  const option = (name: string, more = {}) => ({ type: 3, name, description: 'x', ...more });
  test.each([
    ['in upper case', { ...ping, name: 'Ping' }],
    ['without a description', { name: 'ping' }],
    [
      'with a required option after another',
      { ...ping, options: [option('a'), option('b', { required: true })] },
    ],
    ['with an option twice', { ...ping, options: [option('a'), option('a')] }],
    ['with 26 options', { ...ping, options: Array.from({ length: 26 }, (_, i) => option(`a${i}`)) }],
    [
      'with 26 choices',
      {
        ...ping,
        options: [
          option('a', { choices: Array.from({ length: 26 }, (_, i) => ({ name: `a${i}`, value: 'x' })) }),
        ],
      },
    ],
    ['with an option in upper case', { ...ping, options: [option('A')] }],
    ['with a description of 101', { ...ping, description: 'x'.repeat(101) }],
    [
      'of more than 8,000 characters',
      {
        ...ping,
        options: Array.from({ length: 25 }, (_, i) =>
          option(`a${i}`, {
            choices: Array.from({ length: 5 }, (_, j) => ({
              name: `${j}`.repeat(50),
              value: 'y'.repeat(50),
            })),
          }),
        ),
      },
    ],
  ])('%s', async (_, command) => {
    expect(await refusalOf(rest.put(Routes.applicationCommands(application), { body: [command] }))).toEqual([
      400,
      50035,
      'Invalid Form Body',
    ]);
    expect(discord.registry.all.map(({ name }) => name)).toEqual(['ping']);
  });

  test('after two hundred new ones in a day', async () => {
    const registry = discord.registry.creations;
    discord.registry.creations = 200;
    const body = [{ ...ping, name: 'another' }];
    expect(await refusalOf(rest.put(Routes.applicationCommands(application), { body }))).toEqual([
      400,
      30034,
      'Max number of daily application command creates has been reached (200)',
    ]);
    discord.registry.creations = registry;
  });
});

describe('a message of the bot’s own', () => {
  const send = (channel: string) =>
    rest.post(Routes.channelMessages(channel), { body: { content: 'hello' } });
  const { id } = tavern.channel;

  test('is posted, changed and taken back', async () => {
    const sent = (await send(id)) as { id: string };
    await rest.patch(Routes.channelMessage(id, sent.id), { body: { content: 'changed' } });
    expect(discord.as('Ines').messages().at(-1)?.content).toBe('changed');
    await rest.delete(Routes.channelMessage(id, sent.id));
    expect(discord.as('Ines').messages().at(-1)?.id).not.toBe(sent.id);
  });

  test('is refused where there is no such channel, or where it may not', async () => {
    const { permissions } = discord.world.bot;
    expect(await refusalOf(send('1300000000000000099'))).toEqual([404, 10003, 'Unknown Channel']);
    discord.world.bot.permissions = PermissionFlagsBits.ViewChannel;
    expect(await refusalOf(send(id))).toEqual([403, 50013, 'Missing Permissions']);
    discord.world.bot.permissions = 0n;
    expect(await refusalOf(send(id))).toEqual([403, 50001, 'Missing Access']);
    discord.world.bot.permissions = permissions;
  });
});

test('a client that is too fast is told to wait, and the real client does', async () => {
  let limited = 0;
  const eager = new REST({ api: discord.api });
  eager.on('rateLimited', () => limited++);
  let done = false;
  answer = async (raw) => {
    await callback(raw, text('0'));
    for (let i = 1; i <= 8; i++)
      await eager.patch(original(raw), { body: { content: String(i) }, auth: false });
    done = true;
  };
  await discord.as('Tomas').type('/ping word:x');
  await until(() => done);
  expect(limited).toBeGreaterThan(0);
  expect(discord.as('Tomas').messages().at(-1)?.content).toBe('8');
});

async function closeCodeAfter(packet: unknown): Promise<number> {
  const socket = new WebSocket(`${discord.url.replace('http', 'ws')}/gateway?v=10&encoding=json`);
  socket.once('message', () => socket.send(typeof packet === 'string' ? packet : JSON.stringify(packet)));
  return new Promise((resolve) => socket.once('close', resolve));
}
