import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { connectGateway } from '../../src/discord/index.js';
import type { Gateway, GatewayOptions } from '../../src/discord/index.js';
import { startStandIn } from '../../src/playground/index.js';
import type { StandIn } from '../../src/playground/index.js';
import { until } from './bot.js';
import { answeringCommands } from './commands-that-answer.js';

let discord: StandIn;
const gateways: Gateway[] = [];
/** By each gateway: what it was given. */
let given: string[];
let servers: string[][];
beforeEach(async () => {
  discord = await startStandIn();
  given = [];
  servers = [];
});
afterEach(async () => {
  for (const gateway of gateways.splice(0)) await gateway.close();
  await discord.close();
});

async function connected(name: string, shards: NonNullable<GatewayOptions['shards']>): Promise<void> {
  const { token, api } = discord;
  const onServers = (named: string[]) => servers.push(named);
  const log = pino({ level: 'silent' });
  gateways.push(
    await connectGateway({
      token,
      api,
      shards,
      commands: answeringCommands(name, () => given.push(name)),
      log,
      onServers,
      onLost: () => undefined,
    }),
  );
}

test('a program with several shards is given what happens on a server once', async () => {
  await connected('all', { ids: [0, 1], count: 2 });
  await until(() => servers.length === 1 && discord.registry.all.length > 0);
  expect(servers).toEqual([[discord.world.guild.id]]);
  await discord.as('Mara').type('/hp help');
  expect(given).toEqual(['all']);
});

test('of two programs that share the shards one is given it', async () => {
  await connected('first', { ids: [0], count: 2 });
  await connected('second', { ids: [1], count: 2 });
  await until(() => servers.length === 2 && discord.registry.all.length > 0);
  const its = (BigInt(discord.world.guild.id) >> 22n) % 2n === 0n ? 'first' : 'second';
  await discord.as('Mara').type('/hp help');
  expect(given).toEqual([its]);
});

test('as many shards as Discord wants are had', async () => {
  await connected('auto', 'auto');
  await until(() => discord.registry.all.length > 0);
  await discord.as('Mara').type('/hp help');
  expect(given).toEqual(['auto']);
});
