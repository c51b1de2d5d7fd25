import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { createLog } from '../../src/log.js';
import { connectGateway } from '../../src/discord/index.js';
import type { Gateway } from '../../src/discord/index.js';
import { startStandIn } from '../../src/playground/index.js';
import type { StandIn } from '../../src/playground/index.js';
import { stopDate } from '../support/stopped-date.js';
import type { StoppedDate } from '../support/stopped-date.js';
import { until } from './bot.js';
import { says, stubCommands } from './stub-commands.js';

let discord: StandIn;
let gateway: Gateway;
let date: StoppedDate | undefined;
const logged: string[] = [];
beforeAll(async () => {
  discord = await startStandIn();
  const { token, api } = discord;
  const registered = new Promise((resolve) => discord.once('commands', resolve));
  gateway = await connectGateway({
    ...{ token, api, onServers: () => undefined, onLost: () => undefined },
    commands: stubCommands(() => Promise.resolve(says('done'))),
    log: createLog('warn', { write: (line) => void logged.push(line) }),
  });
  await registered;
});
afterEach(() => date?.resume());
afterAll(async () => {
  await gateway.close();
  await discord.close();
});

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
  // Discord says that it has none, and is not asked again
  const looks = discord.requests.filter(({ path }) => path.endsWith('/messages/%40original'));
  expect(looks.map(({ status }) => status)).toEqual([404]);
});
