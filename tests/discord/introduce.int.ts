import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { definitions } from '../../commands/index.js';
import { introduce, openRest, TokenRefused } from '../../src/discord/index.js';
import { createLog } from '../../src/log.js';
import { startStandIn } from '../../src/playground/index.js';
import type { StandIn } from '../../src/playground/index.js';
import { until } from './bot.js';

/** As fast as can be. Milliseconds. */
const backoff = { firstPauseMs: 5, longestPauseMs: 20 };
let discord: StandIn;
let looked: string[];
let closing: AbortController;
beforeEach(async () => {
  discord = await startStandIn({ speed: Infinity });
  looked = [];
  closing = new AbortController();
});
afterEach(() => discord.close());

const introduced = (token = discord.token) => {
  const look = (servers: Iterable<string>) => void looked.push(...servers);
  const rest = openRest({ api: discord.api, token });
  return introduce(rest, { definitions }, { look }, createLog('silent'), { backoff, signal: closing.signal });
};

describe('what is due at the start, without a gateway', () => {
  test('is done though requests are lost', async () => {
    let left = 3;
    discord.faults.loseRequest = (method) => method === 'PUT' && left-- > 0;
    await introduced();
    expect(discord.registry.all).toHaveLength(definitions.length);
    expect(looked).toEqual([discord.world.guild.id]);
  });

  test('the servers are looked at though the commands can’t be registered, and closing ends the tries', async () => {
    discord.faults.loseRequest = (_, path) => path.endsWith('/commands');
    const done = introduced();
    await until(() => looked.length > 0);
    closing.abort();
    await done;
    expect(discord.registry.all).toEqual([]);
  });

  test('the commands are registered though the servers can’t be looked at', async () => {
    discord.faults.loseRequest = (_, path) => path.endsWith('/guilds');
    const done = introduced();
    await until(() => discord.registry.all.length > 0);
    discord.faults.loseRequest = () => false;
    await done;
    expect(looked).toEqual([discord.world.guild.id]);
  });

  test('ends where Discord does not know the token', async () => {
    await expect(introduced('a.b.c')).rejects.toBeInstanceOf(TokenRefused);
  });
});
