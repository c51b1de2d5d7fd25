import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import {
  admission,
  connectGateway,
  discordClock,
  inFlight,
  interactionsApp,
  interactionsPath,
  openRest,
} from '../../src/discord/index.js';
import { snowflakeAt } from '../../src/discord/snowflake.js';
import { startStandIn } from '../../src/playground/index.js';
import type { StandIn } from '../../src/playground/index.js';
import type { Reply } from '../../src/replies/index.js';
import { stopDate } from '../support/stopped-date.js';
import type { StoppedDate } from '../support/stopped-date.js';
import { until } from './bot.js';
import { says, stubCommands } from './stub-commands.js';

/** So many interactions of one server are served at once, and of all servers. */
const [ofOne, ofAll] = [500, 2_000];
const log = pino({ level: 'silent' });

test('without being told, the bot admits 500 of one server at once, and 2,000 of all', () => {
  const room = admission();
  const enter = (server: string, times: number) =>
    Array.from({ length: times }, () => room.enter(server)).filter((leave) => leave !== undefined).length;
  expect(enter('one', ofOne + 1)).toBe(ofOne);
  expect(['two', 'three', 'four', 'five'].map((server) => enter(server, ofOne))).toEqual([
    ...[ofOne, ofOne, ofOne],
    ofAll - 4 * ofOne,
  ]);
});

describe('of one server 500 are served at once, and the next is told so', () => {
  let discord: StandIn;
  let date: StoppedDate | undefined;
  let begun: number;
  let release: () => void;
  let commands: ReturnType<typeof stubCommands>;
  beforeEach(async () => {
    discord = await startStandIn();
    begun = 0;
    const released = new Promise<Reply>((resolve) => (release = () => resolve(says('done'))));
    commands = stubCommands(() => {
      begun++;
      return released;
    });
  });
  afterEach(async () => {
    release();
    date?.resume();
    await discord.close();
  });

  test('over HTTP, while another server is served', async () => {
    const { endpoint, api } = discord;
    const { publicKey } = endpoint;
    const parts = { rest: openRest({ api }), serving: inFlight(), clock: discordClock(), commands, log };
    const app = interactionsApp({ publicKey, ...parts });
    date = stopDate();
    let made = 0n;
    const ask = async (guild_id: string) => {
      const id = String(BigInt(snowflakeAt(Date.now())) + made++);
      const member = { user: { id, username: 'Tomas' }, roles: [], permissions: '0' };
      const data = { type: 1, name: 'hp', options: [{ type: 1, name: 'help', options: [] }] };
      const asked = { id, application_id: id, token: 'token', type: 2, guild_id, member, data };
      const body = JSON.stringify(asked);
      const headers = endpoint.headersFor(body, Date.now());
      const response = await app.request(interactionsPath, { method: 'POST', headers, body });
      const answer: unknown = await response.json();
      return answer;
    };
    const [busy, quiet] = [discord.world.guild.id, '1300000000000000099'];
    const waiting = Array.from({ length: ofOne }, () => ask(busy));
    await until(() => begun === ofOne, 'they are not all admitted');
    expect(await ask(busy)).toMatchObject({ data: { embeds: [{ description: 'busy' }] } });
    waiting.push(ask(quiet));
    await until(() => begun === ofOne + 1, 'the other server is not served');
    release();
    await Promise.all(waiting);
  });

  test('over the gateway', async () => {
    const { token, api } = discord;
    const registered = new Promise((resolve) => discord.once('commands', resolve));
    const events = { onServers: () => undefined, onLost: () => undefined };
    const gateway = await connectGateway({ token, api, commands, log, ...events });
    try {
      await registered;
      date = stopDate();
      const mara = discord.as('Mara');
      const typed = Array.from({ length: ofOne + 1 }, () => mara.type('/hp help'));
      const isTold = () => mara.messages().some(({ embeds: [embed] }) => embed?.description === 'busy');
      await until(() => begun >= ofOne && isTold(), 'nobody is turned away');
      expect(begun).toBe(ofOne);
      release();
      await Promise.all(typed);
    } finally {
      await gateway.close();
    }
  });
});
