import { describe, expect, test } from '@jest/globals';
import { Client, GatewayCloseCodes } from 'discord.js';
import WebSocket from 'ws';
import { until } from '../discord/bot.js';
import { bot } from './bot.js';

const at = bot({ heartbeat: 200 });

interface Packet {
  op: number;
  t: string | null;
  s: number | null;
  d: unknown;
}

/** A connection of one's own, that says this. */
async function converse(...packets: unknown[]) {
  const socket = new WebSocket(`${at.discord.url.replace('http', 'ws')}/gateway?v=10&encoding=json`);
  const heard: Packet[] = [];
  let closed: number | undefined;
  socket.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString()) as Packet));
  socket.on('close', (code) => (closed = code));
  const say = (said: unknown) => socket.send(typeof said === 'string' ? said : JSON.stringify(said));
  await until(() => heard.length > 0);
  packets.forEach(say);
  const hears = async (isIt: (packet: Packet) => boolean) => {
    await until(() => heard.some(isIt));
    return heard.find(isIt);
  };
  return {
    socket,
    heard,
    say,
    hears,
    isClosed: () => closed,
    closes: () => until(() => closed !== undefined),
  };
}
const identify = (more: object = {}) => ({ op: 2, d: { token: at.discord.token, intents: 0, ...more } });

describe('a connection', () => {
  test.each<[string, unknown[], number]>([
    ['with what is no packet', ['text'], GatewayCloseCodes.DecodeError],
    ['with a packet of another form', [{ op: 2, d: { token: 5 } }], GatewayCloseCodes.DecodeError],
    [
      'with a wrong token',
      [{ op: 2, d: { token: 'x', intents: 0 } }],
      GatewayCloseCodes.AuthenticationFailed,
    ],
    ['before identifying', [{ op: 3, d: {} }], GatewayCloseCodes.NotAuthenticated],
    [
      'to resume with a wrong token',
      [{ op: 6, d: { token: 'x', session_id: 'x', seq: 0 } }],
      GatewayCloseCodes.AuthenticationFailed,
    ],
    ['with too many packets', Array(121).fill({ op: 1, d: null }), GatewayCloseCodes.RateLimited],
  ])('%s is closed', async (_, packets, code) => {
    const { isClosed, closes } = await converse(...packets);
    await closes();
    expect(isClosed()).toBe(code);
  });

  test.each<[string, object, number]>([
    ['an intent that is not there', { intents: 2 ** 30 }, GatewayCloseCodes.InvalidIntents],
    ['an intent that is to be asked for', { intents: 2 ** 15 }, GatewayCloseCodes.DisallowedIntents],
    ['a shard that is not there', { shard: [2, 2] }, GatewayCloseCodes.InvalidShard],
  ])('that identifies with %s is closed', async (_, more, code) => {
    const { isClosed, closes } = await converse(identify(more));
    await closes();
    expect(isClosed()).toBe(code);
  });

  test('that identifies twice, or says what is not known, is closed', async () => {
    const twice = await converse(identify(), identify());
    await twice.closes();
    expect(twice.isClosed()).toBe(GatewayCloseCodes.AlreadyAuthenticated);
    const odd = await converse(identify(), { op: 77, d: null });
    await odd.closes();
    expect(odd.isClosed()).toBe(GatewayCloseCodes.UnknownOpcode);
  });

  test('that falls silent is closed; the real client does not fall silent', async () => {
    const { isClosed, closes } = await converse();
    await closes();
    expect(isClosed()).toBe(GatewayCloseCodes.SessionTimedOut);
    await until(() => at.client.ws.ping > -1);
    expect(at.client.isReady()).toBe(true);
  });

  test('for another version is closed', async () => {
    const socket = new WebSocket(`${at.discord.url.replace('http', 'ws')}/gateway?v=9`);
    const code = await new Promise((resolve) => socket.once('close', resolve));
    expect(code).toBe(GatewayCloseCodes.InvalidAPIVersion);
  });

  test('serves the servers of its shard', async () => {
    const [even, odd] = [
      await converse(identify({ shard: [0, 2] })),
      await converse(identify({ shard: [1, 2] })),
    ];
    const ready = await Promise.all([even, odd].map((one) => one.hears(({ t }) => t === 'READY')));
    expect(ready.map((packet) => (packet?.d as { guilds: unknown[] }).guilds.length).sort()).toEqual([0, 1]);
    for (const { socket } of [even, odd]) socket.close();
    await Promise.all([even.closes(), odd.closes()]);
  });

  test('with a wrong token is not made by the real client', async () => {
    const client = new Client({ intents: [], rest: { api: at.discord.api } });
    await expect(client.login('wrong')).rejects.toThrow('An invalid token was provided.');
    await client.destroy();
  });
});

describe('a session', () => {
  const session = async () => {
    const one = await converse(identify());
    const { session_id } = (await one.hears(({ t }) => t === 'READY'))?.d as { session_id: string };
    return { ...one, resume: (seq: number) => ({ op: 6, d: { token: at.discord.token, session_id, seq } }) };
  };

  test('that lost its connection goes on, and is told what it has missed', async () => {
    const before = await session();
    before.socket.terminate();
    await before.closes();
    void at.tomas.type('/ping word:x');
    const after = await converse(before.resume(1));
    await after.hears(({ t }) => t === 'RESUMED');
    expect(after.heard.map(({ t }) => t)).toEqual([null, 'INTERACTION_CREATE', 'RESUMED']);
    expect(after.heard.map(({ s }) => s)).toEqual([null, 2, 3]);
    after.socket.close();
    await after.closes();
  });

  test('that has not heard what it says it has is closed', async () => {
    const before = await session();
    const after = await converse(before.resume(99));
    await after.closes();
    expect(after.isClosed()).toBe(GatewayCloseCodes.InvalidSeq);
    before.socket.close();
    await before.closes();
  });

  test('is gone when its bot took leave, or stayed away too long', async () => {
    const left = await session();
    left.socket.close(1000);
    await left.closes();
    const lost = await session();
    lost.socket.terminate();
    await lost.closes();
    at.ahead += 5 * 60_000 + 1_000;
    for (const one of [left, lost]) {
      const after = await converse(one.resume(1));
      expect((await after.hears(({ op }) => op === 9))?.d).toBe(false);
      after.socket.close();
      await after.closes();
    }
  });
});
