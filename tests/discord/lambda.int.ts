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
import { storeProxy } from '../support/store-proxy.js';
import type { StoreProxy } from '../support/store-proxy.js';
import { testStore } from '../support/store.js';
import type { TestStore } from '../support/store.js';
import { functionUrlEvent } from './function-url-event.js';
import type { Said } from './lambda-process.js';

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
    lambda.send(eventOf('{"type":1}'));
    expect([await next(), await next()]).toEqual([
      { what: 'answered', status: 200, body: '{"type":1}' },
      { what: 'done' },
    ]);
    lambda.send(eventOf('{"type":1}', {}));
    expect([await next(), await next()]).toEqual([
      { what: 'answered', status: 401, body: '' },
      { what: 'done' },
    ]);
  });

  test('goes on after a deferred answer until what follows it is done', async () => {
    const posted = new Promise<{ body: string; answered: (answer: unknown) => void }>((resolve) => {
      discord.endpoint.deliver = async (_, interaction) => {
        const answer = await new Promise((answered) =>
          resolve({ body: JSON.stringify(interaction), answered }),
        );
        discord.interactions.answer(interaction.id, interaction.token, answer, []);
      };
    });
    discord.endpoint.url = 'http://function.example/interactions';
    await register();
    const outcome = discord.as('Tomas').type('/hp character add name:Thorin max:31');
    const { body, answered } = await posted;
    proxy.nextWrites(1, { delay: 2_300 });
    lambda.send(eventOf(body));
    const first = await next();
    if (first.what !== 'answered') throw new Error(first.what);
    answered(JSON.parse(first.body));
    const message = await outcome;
    if (message.kind !== 'message') throw new Error(message.kind);
    expect(await next()).toEqual({ what: 'done' });
    const { embeds } = discord.messages.get(message.messageId).message;
    expect(JSON.stringify(embeds)).toContain('Thorin joins');
  });
});

/** As another program of the bot does, which has the token. */
async function register(): Promise<void> {
  const { api, token, world } = discord;
  await openRest({ api, token }).put(`/applications/${world.bot.id}/commands`, { body: definitions });
}
