import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { createLog } from '../../src/log.js';
import { connectGateway } from '../../src/discord/index.js';
import type { Gateway } from '../../src/discord/index.js';
import { startStandIn } from '../../src/playground/index.js';
import type { StandIn } from '../../src/playground/index.js';
import type { Reply } from '../../src/replies/index.js';
import { stopDate } from '../support/stopped-date.js';
import type { StoppedDate } from '../support/stopped-date.js';
import { textOf, until } from './bot.js';
import { says, stubCommands } from './stub-commands.js';

let discord: StandIn;
let gateway: Gateway;
let date: StoppedDate | undefined;
let reply: Promise<Reply> = Promise.resolve(says('done'));
const logged: string[] = [];
beforeAll(async () => {
  discord = await startStandIn();
  const { token, api } = discord;
  const registered = new Promise((resolve) => discord.once('commands', resolve));
  gateway = await connectGateway({
    ...{ token, api, onServers: () => undefined, onLost: () => undefined },
    commands: stubCommands(() => reply),
    log: createLog('warn', { write: (line) => void logged.push(line) }),
  });
  await registered;
});
afterEach(() => {
  date?.resume();
  Object.assign(discord.faults, { loseRequest: () => false, delay: () => 0 });
});
afterAll(async () => {
  await gateway.close();
  await discord.close();
});

/** What came of each look whether Discord has a first answer. */
const looks = () =>
  discord.requests
    .filter(({ method, path }) => method === 'GET' && path.endsWith('/messages/%40original'))
    .map(({ status }) => status);

test('a first answer that does not arrive is sent again for as long as Discord takes it, and no longer', async () => {
  let lost = 0;
  discord.faults.loseRequest = (_, path) => path.endsWith('/callback') && ++lost > 0;
  date = stopDate();
  const outcome = discord.as('Mara').type('/hp help');
  await until(() => lost > 0);
  date.advance(2_800);
  const before = lost;
  await until(() => lost > before + 1, 'it is not sent again');
  date.advance(1_200);
  await until(() => logged.some((line) => line.includes('not answered')), 'it is sent on and on');
  expect((await outcome).kind).toBe('failed');
  // Discord says that it has none, and once more when nothing can be on its way any longer
  expect(looks()).toEqual([404, 404]);
});

test('a first answer that arrives after it was given up is found, and what it promised is kept', async () => {
  discord.requests.length = 0;
  let sent = 0;
  discord.faults.delay = (_, path) => (path.endsWith('/callback') && ++sent > 0 ? 1_500 : 0);
  let ready: (reply: Reply) => void = () => undefined;
  reply = Promise.resolve({ ...says('not known yet'), later: new Promise((resolve) => (ready = resolve)) });
  date = stopDate();
  const typed = discord.as('Mara').type('/hp help');
  await until(() => sent > 0);
  date.advance(2_950);
  const outcome = await typed;
  // it was given up before
  expect(looks()).toEqual([404]);
  expect(textOf({ discord }, outcome)).toBe('not known yet');
  ready(says('done after all'));
  await until(() => textOf({ discord }, outcome).includes('done after all'));
});
