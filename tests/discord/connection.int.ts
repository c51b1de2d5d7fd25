import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { GatewayCloseCodes } from 'discord-api-types/v10';
import { connectGateway, ConnectionRefused, TokenRefused } from '../../src/discord/index.js';
import type { Gateway, GatewayOptions } from '../../src/discord/index.js';
import { createLog } from '../../src/log.js';
import { startStandIn } from '../../src/playground/index.js';
import type { StandIn } from '../../src/playground/index.js';
import { until } from './bot.js';
import { answeringCommands } from './commands-that-answer.js';

/** What becomes of the connection to Discord, over the real discord.js client: whether the bot is ready, and what the log says. */
let discord: StandIn;
let gateway: Gateway | undefined;
let logged: { level: number; msg: string; code?: number; cause?: string; how?: string }[];
let lost: Error[];
beforeEach(async () => {
  discord = await startStandIn({ heartbeat: 1_000 });
  logged = [];
  lost = [];
});
afterEach(async () => {
  await gateway?.close();
  gateway = undefined;
  await discord.close();
});

async function connected(options: Partial<GatewayOptions> = {}): Promise<Gateway> {
  const { token, api } = discord;
  const write = (line: string) => void logged.push(JSON.parse(line) as (typeof logged)[number]);
  gateway = await connectGateway({
    token,
    api,
    commands: answeringCommands('here'),
    log: createLog('info', { write }),
    onServers: () => undefined,
    onLost: (error) => lost.push(error),
    ...options,
  });
  const { isReady } = gateway;
  await until(() => isReady() && discord.registry.all.length > 0);
  return gateway;
}
const linesAbout = (what: string) => logged.filter(({ msg }) => msg.includes(what));

describe('the bot is ready', () => {
  test('only while it is let in; the outage is one line when it begins and one when it is over', async () => {
    const { isReady } = await connected();
    // one try to get in takes discord.js five seconds
    const meanwhile: boolean[] = [];
    discord.gateway.refusal = () => {
      meanwhile.push(isReady());
      return meanwhile.length < 2 ? GatewayCloseCodes.UnknownError : undefined;
    };
    discord.gateway.drop(false, GatewayCloseCodes.UnknownError);
    await until(() => meanwhile.length === 2 && isReady());
    await until(() => linesAbout('again').length > 0);
    expect(meanwhile).toEqual([false, false]);
    expect(linesAbout('was lost')).toMatchObject([{ code: 4_000, cause: 'unknown error', shards: [0] }]);
    expect(linesAbout('again')).toMatchObject([{ how: 'new session', shards: [0] }]);
    expect(logged.filter(({ level }) => level > 30)).toHaveLength(1);
  }, 30_000);

  test('again once its session goes on, and the log says so', async () => {
    const { isReady } = await connected();
    discord.gateway.drop(true);
    await until(() => !isReady());
    await until(isReady);
    await until(() => linesAbout('again').length > 0);
    expect(linesAbout('was lost')).toMatchObject([{ code: 1_006, cause: 'the connection broke off' }]);
    expect(linesAbout('again')).toMatchObject([{ how: 'resumed' }]);
  }, 30_000);

  test('no more once Discord has fallen silent, though the connection stays', async () => {
    const { isReady } = await connected();
    discord.gateway.fallSilent();
    await until(() => !isReady());
    expect(linesAbout('was lost')).toMatchObject([{ cause: 'Zombie connection' }]);
    discord.gateway.drop(true);
    await until(isReady);
    await until(() => linesAbout('again').length > 0);
  }, 40_000);

  test('no more once it is closed, which is no outage', async () => {
    const { close } = await connected();
    await close();
    await until(() => !discord.gateway.online);
    expect(linesAbout('was lost')).toEqual([]);
  });

  test('only once every shard is there', async () => {
    const { isReady, shards } = await connected({ shards: { ids: [0, 1], count: 2 } });
    expect(shards()).toEqual(new Map([['ready', 2]]));
    await discord.goDown();
    await until(() => !isReady());
    await discord.listen();
    await until(isReady);
    expect(shards()).toEqual(new Map([['ready', 2]]));
    expect(linesAbout('was lost').length).toBeLessThanOrEqual(2);
  }, 40_000);
});

describe('a connection that Discord refuses for good', () => {
  test('for want of shards names the setting, at the start', async () => {
    discord.gateway.refusal = () => GatewayCloseCodes.ShardingRequired;
    const refused = connected();
    await expect(refused).rejects.toThrow(ConnectionRefused);
    await expect(refused).rejects.toThrow('SHARDS=auto');
    expect(linesAbout('trying again')).toEqual([]);
  });

  test('and later on', async () => {
    await connected();
    discord.gateway.drop(false, GatewayCloseCodes.ShardingRequired);
    await until(() => lost.length > 0);
    expect(lost[0]?.message).toContain('SHARDS=auto');
    expect(linesAbout('was lost')).toEqual([]);
  });

  test('as the token is not known any more', async () => {
    await connected();
    discord.gateway.drop(false, GatewayCloseCodes.AuthenticationFailed);
    await until(() => lost.length > 0);
    expect(lost).toEqual([expect.any(TokenRefused)]);
  });
});

describe('an application that has an interactions endpoint URL', () => {
  test('is told of at the start: nothing comes by the gateway', async () => {
    discord.endpoint.url = 'https://bot.example/interactions';
    await connected();
    await until(() => linesAbout('interactions endpoint URL').length > 0);
    expect(linesAbout('interactions endpoint URL')).toMatchObject([
      { level: 40, url: 'https://bot.example/interactions' },
    ]);
  });

  test('and one that has none is not', async () => {
    await connected();
    await until(() => discord.requests.some(({ path }) => path.endsWith('/applications/@me')));
    expect(logged.filter(({ level }) => level > 30)).toEqual([]);
  });
});
