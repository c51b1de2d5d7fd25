import { describe, expect, test } from '@jest/globals';
import { Routes } from 'discord.js';
import { board, bot, callback, feed, messageId, original, refusalOf, send, table, text } from './bot.js';
import { until } from '../discord/bot.js';

const at = bot();
/** What comes back, without a client that waits. */
const post = (content: string, channel: string) =>
  fetch(`${at.discord.api}/v10${Routes.channelMessages(channel)}`, {
    method: 'POST',
    headers: { authorization: `Bot ${at.discord.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ content }),
  });
const refused = () => at.discord.requests.filter(({ status }) => status === 429);

describe('too many requests', () => {
  test('are told to wait, and the real client does', async () => {
    let limited = 0;
    const { rest } = at.client;
    rest.on('rateLimited', () => limited++);
    let done = false;
    at.answer = async (raw) => {
      await callback(at, raw, text('0'));
      for (let i = 1; i <= 7; i++)
        await rest.patch(original(raw), { body: { content: `${i}` }, auth: false });
      done = true;
    };
    await at.tomas.type('/ping word:x');
    await until(() => done);
    expect(limited).toBeGreaterThan(0);
    expect(at.tomas.messages().at(-1)?.content).toBe('7');
    expect(refused()).toEqual([]);
  });

  test('in a channel are refused there alone, for as long as it says', async () => {
    const answers: Response[] = [];
    for (let i = 0; i < 6; i++) answers.push(await post('x', table));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    const limited = answers.at(-1);
    expect(limited?.headers.get('x-ratelimit-scope')).toBe('user');
    expect(limited?.headers.get('x-ratelimit-limit')).toBe('5');
    const { retry_after: after, global } = (await limited?.json()) as {
      retry_after: number;
      global: boolean;
    };
    expect(global).toBe(false);
    const [first] = at.discord.messages.in(table);
    const edit = Routes.channelMessage(table, first?.id ?? '');
    expect(await refusalOf(at.rest.patch(edit, { body: { content: 'y' } }))).toBe('taken');
    expect((await post('x', feed)).status).toBe(200);
    at.ahead += 1_000 * after;
    expect((await post('x', table)).status).toBe(200);
  });

  test('within a second are refused to the bot as a whole', async () => {
    const ask = () =>
      fetch(`${at.discord.api}/v10/users/@me`, { headers: { authorization: `Bot ${at.discord.token}` } });
    const answers = await Promise.all(Array.from({ length: 60 }, ask));
    const refused = answers.find(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(50);
    expect(refused?.headers.get('x-ratelimit-global')).toBe('true');
    at.ahead += 1_000;
    expect(await refused?.json()).toMatchObject({ global: true, retry_after: expect.any(Number) as unknown });
  });
});

describe('edits of messages that are more than an hour old', () => {
  const edit = (message: string, channel: string) =>
    fetch(`${at.discord.api}/v10${Routes.channelMessage(channel, message)}`, {
      method: 'PATCH',
      headers: { authorization: `Bot ${at.discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ content: 'y' }),
    });
  const hour = 3_600_000;

  test.each([
    ['three in 20 s', { most: 3, window: 20_000 }],
    ['two in five minutes', { most: 2, window: 300_000 }],
  ])('are limited harder: %s', async (_, limit) => {
    at.discord.faults.oldEdits = () => limit;
    const { id: old } = (await (await post('x', board)).json()) as { id: string };
    const edits = async (count: number) =>
      Promise.all(Array.from({ length: count }, async () => (await edit(old, board)).status));
    expect(await edits(limit.most + 1)).toEqual(Array.from({ length: limit.most + 1 }, () => 200));
    at.ahead += hour + 10_000;
    expect(await edits(limit.most)).toEqual(Array.from({ length: limit.most }, () => 200));
    const refused = await edit(old, board);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('x-ratelimit-scope')).toBe('shared');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(1);
    const body = (await refused.json()) as { retry_after: number };
    expect(body).toMatchObject({ code: 30046, global: false });
    expect(body.retry_after).toBeLessThanOrEqual(limit.window / 1_000);
    // a younger one is not held up by it
    at.ahead += 5_000;
    const { id: young } = (await (await post('x', board)).json()) as { id: string };
    expect((await edit(young, board)).status).toBe(200);
    at.ahead += 1_000 * body.retry_after;
    expect((await edit(old, board)).status).toBe(200);
  });

  test('are not limited where a test wants no limit; the time is told as it is moved', async () => {
    at.discord.faults.oldEdits = () => undefined;
    const { id: old } = (await (await post('x', board)).json()) as { id: string };
    at.ahead += 24 * hour;
    for (let i = 0; i < 10; i++) {
      const { status, headers } = await edit(old, board);
      expect(status).toBe(200);
      const told = Date.parse(headers.get('date') ?? '');
      expect(told).toBeGreaterThan(Date.now() + 24 * hour);
      at.ahead += 1_001;
    }
  });
});

describe('on the way', () => {
  test('an answer is lost, and a request is held up', async () => {
    const { faults } = at.discord;
    faults.loseAnswer = (_, path) => path.endsWith('/callback');
    let lost: unknown;
    at.answer = async (raw) => {
      lost = await callback(at, raw, text('lost')).catch(() => 'lost');
    };
    const outcome = await at.tomas.type('/ping word:x');
    await until(() => lost === 'lost');
    expect(at.discord.messages.get(messageId(outcome)).message.content).toBe('lost');
    faults.loseAnswer = () => false;
    faults.delay = () => 300;
    const begun = Date.now();
    await at.rest.get(Routes.user());
    expect(Date.now() - begun).toBeGreaterThanOrEqual(290);
  });
});

test('a post whose answer was lost is there, and is not posted again with its nonce', async () => {
  const { faults } = at.discord;
  faults.delay = () => 0;
  faults.loseAnswer = (method, path) => method === 'POST' && path.endsWith('/messages');
  const body = { content: 'once', nonce: 'once', enforce_nonce: true };
  await expect(send(at, body, board)).rejects.toThrow('other side closed');
  faults.loseAnswer = () => false;
  const { id } = await send(at, body, board);
  const once = at.discord.messages.in(board).filter(({ content }) => content === 'once');
  expect(once).toMatchObject([{ id }]);
});

describe('limits that go by faster', () => {
  const quick = bot({ speed: 20 });

  test('are kept to by the real client: posts and edits of one channel, each in their turn', async () => {
    const { rest } = quick.client;
    const again = { ...quick, rest };
    const { id } = await send(again, { content: '0' }, feed);
    const posts = Array.from({ length: 12 }, (_, i) => send(again, { content: `${i}` }, table));
    const edits = Array.from({ length: 12 }, (_, i) =>
      rest.patch(Routes.channelMessage(feed, id), { body: { content: `${i}` } }),
    );
    await Promise.all([...posts, ...edits]);
    expect(quick.discord.messages.in(table).map(({ content }) => content)).toEqual(
      Array.from({ length: 12 }, (_, i) => `${i}`),
    );
    expect(quick.discord.messages.get(id).message.content).toBe('11');
    expect(quick.discord.requests.filter(({ status }) => status === 429)).toEqual([]);
  });
});
