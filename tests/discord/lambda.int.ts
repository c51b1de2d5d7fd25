import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { on } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { definitions } from '../../commands/index.js';
import { openRest } from '../../src/discord/index.js';
import { startStandIn } from '../../src/playground/index.js';
import type { StandIn } from '../../src/playground/index.js';
import { childEnv } from '../support/child-env.js';
import { english } from '../../src/words/index.js';
import { storeProxy } from '../support/store-proxy.js';
import type { StoreProxy } from '../support/store-proxy.js';
import { allItems, testStore } from '../support/store.js';
import type { TestStore } from '../support/store.js';
import { textOf, until } from './bot.js';
import { functionUrlEvent } from './function-url-event.js';
import type { Said, Sent } from './lambda-process.js';

let discord: StandIn;
let store: TestStore;
let proxy: StoreProxy;
let lambda: ChildProcess;
let loaded: string[];
let said: AsyncIterator<[Said]>;
const next = async (): Promise<Said> => {
  const { value } = (await said.next()) as { value: [Said] };
  return value[0];
};

beforeAll(async () => {
  discord = await startStandIn();
  store = await testStore();
  proxy = await storeProxy(store.endpoint);
  lambda = fork(fileURLToPath(new URL('./lambda-process.js', import.meta.url)), [], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {
      ...childEnv(),
      DISCORD_PUBLIC_KEY: discord.endpoint.publicKey,
      DISCORD_API: discord.api,
      DYNAMODB_ENDPOINT: proxy.endpoint,
      TABLE_NAME: store.table,
    },
  });
  said = on(lambda, 'message') as AsyncIterator<[Said]>;
  const ready = await next();
  if (ready.what !== 'ready') throw new Error(ready.what);
  loaded = ready.loaded;
});
afterAll(async () => {
  lambda.disconnect();
  await discord.close();
  await proxy.close();
  await store.close();
});

const eventOf = (body: string, headers = discord.endpoint.headersFor(body)) =>
  functionUrlEvent(body, headers);

describe('on AWS Lambda', () => {
  test('loads neither discord.js’s client nor what draws or rolls before somebody wants it', () => {
    expect(loaded).toContain('discord-api-types');
    for (const large of [
      'discord.js',
      'ws',
      'echarts',
      'mathjs',
      '@dice-roller/rpg-dice-roller',
      'chrono-node',
    ])
      expect(loaded).not.toContain(large);
  });

  test('answers what is Discord’s, and refuses what is not', async () => {
    give(eventOf('{"type":1}'));
    expect([await next(), await next()]).toEqual([
      { what: 'answered', status: 200, body: '{"type":1}' },
      { what: 'done' },
    ]);
    give(eventOf('{"type":1}', {}));
    expect([await next(), await next()]).toEqual([
      { what: 'answered', status: 401, body: '' },
      { what: 'done' },
    ]);
  });

  test('goes on after a deferred answer until what follows it is done', async () => {
    await register();
    proxy.nextWrites(1, { delay: 2_300 });
    const { message } = await typed('/hp character add name:Thorin max:31');
    expect(await next()).toEqual({ what: 'done' });
    expect(message()).toContain('Thorin joins');
  });

  test('goes on while it is not known what came of it, and says so once it is', async () => {
    proxy.fate = (operation) => (operation === 'PutItem' ? 'hang' : 'pass');
    const { message } = await typed('/hp damage amount:7');
    await until(() => message().includes(english.notKnown.slice(0, 40)));
    proxy.fate = () => 'pass';
    expect(await next()).toEqual({ what: 'done' });
    expect(message()).toContain('31 → 24 / 31');
  }, 30_000);

  test('when its own time is nearly up, says that it could not be found out, and records nothing afterwards', async () => {
    proxy.fate = (operation) => (operation === 'PutItem' ? 'hang' : 'pass');
    const { message } = await typed('/hp damage amount:5');
    await until(() => message().includes(english.notKnown.slice(0, 40)));
    lambda.send({ remainingMs: 2_200 } satisfies Sent);
    expect(await next()).toEqual({ what: 'done' });
    expect(message()).toBe(english.refusals['not-known']({ code: 'not-known' }));
    lambda.send({ remainingMs: 60_000 } satisfies Sent);
    proxy.fate = () => 'pass';
    // the next call is served as ever, by what the ledger holds
    const { message: then } = await typed('/hp show');
    expect(await next()).toEqual({ what: 'done' });
    expect(then()).toContain('24 / 31');
    const versions = (await allItems(store)).filter(({ Character }) => Character === 'Thorin').length;
    // enrolled twice, in the roster and in a stream of its own, and hit once
    expect(versions).toBe(3);
  }, 30_000);
});

const give = (event: object) => lambda.send({ event } satisfies Sent);

/** Types a command, which the function is called with. @returns what the message about it says, at any time. */
async function typed(line: string): Promise<{ message: () => string }> {
  discord.endpoint.url = 'http://function.example/interactions';
  discord.endpoint.deliver = async (_, interaction) => {
    give(eventOf(JSON.stringify(interaction)));
    const first = await next();
    if (first.what !== 'answered') throw new Error(first.what);
    discord.interactions.answer(interaction.id, interaction.token, JSON.parse(first.body), []);
  };
  const outcome = await discord.as('Tomas').type(line);
  return { message: () => textOf({ discord }, outcome) };
}

/** As another program of the bot does, which has the token. */
async function register(): Promise<void> {
  const { api, token, world } = discord;
  await openRest({ api, token }).put(`/applications/${world.bot.id}/commands`, { body: definitions });
}
