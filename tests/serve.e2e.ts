import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startStandIn } from '../src/playground/index.js';
import type { StandIn } from '../src/playground/index.js';
import { answerOf, until } from './discord/bot.js';
import { Program } from './support/program.js';
import { allItems, testStore } from './support/store.js';
import type { TestStore } from './support/store.js';

let discord: StandIn;
let store: TestStore;
let programs: Program[] = [];
beforeEach(async () => {
  discord = await startStandIn();
  store = await testStore();
});
afterEach(async () => {
  for (const program of programs) await program.end('SIGKILL');
  programs = [];
  await discord.close();
  await store.close();
});

const env = () => ({
  DISCORD_API: discord.api,
  DISCORD_TOKEN: discord.token,
  DYNAMODB_ENDPOINT: store.endpoint,
  TABLE_NAME: store.table,
});
/** `npm run serve`. @returns where it takes interactions. */
async function served(): Promise<string> {
  const { publicKey: DISCORD_PUBLIC_KEY } = discord.endpoint;
  const program = new Program({ ...env(), DISCORD_PUBLIC_KEY, HOST: '127.0.0.1', PORT: '0' }, 'serve');
  programs.push(program);
  await program.says(/the commands (were registered at|at) Discord/);
  const port = /"port":(\d+),"path"/.exec(program.output)?.[1];
  return `http://127.0.0.1:${port ?? ''}/interactions`;
}
const said = async (line: string) => answerOf({ discord }, await discord.as('Mara').type(line));

describe('npm run serve', () => {
  test('serves a character at once with another of its kind and one at the gateway, and keeps its feed', async () => {
    const main = new Program(env());
    programs.push(main);
    await main.says(/the commands (were registered at|at) Discord/);
    const ways = [undefined, await served(), await served()];
    await said('/hp character add name:Thorin max:1000');
    await said('/hp settings feed channel:#hp-feed');
    const hits = Array.from({ length: 60 }, (_, index) => {
      discord.endpoint.url = ways[index % 3];
      return said('/hp damage amount:1 target:Thorin');
    });
    for (const answer of await Promise.all(hits)) expect(answer).toContain('Thorin takes 1 damage');
    expect(await said('/hp show target:Thorin')).toContain('940 / 1000');
    const items = (await allItems(store)).filter(({ Type }) => Type === 'Damaged');
    const versions = items.map(({ Version }) => Number(Version)).sort((a, b) => a - b);
    expect(versions).toEqual(Array.from({ length: 60 }, (_, index) => index + 2));
    const fed = () =>
      discord.messages
        .in('1300000000000000004')
        .flatMap(({ embeds: [embed] }) => [...(embed?.description ?? '').matchAll(/`v(\d+) /g)])
        .map(([, version]) => Number(version));
    await until(() => fed().length >= 60);
    expect(fed()).toEqual(versions);
  });

  test('says what it lacks', async () => {
    const program = new Program(env(), 'serve');
    programs.push(program);
    expect(await program.ended()).toBe(1);
    expect(program.output).toContain('DISCORD_PUBLIC_KEY is not set');
  });
});
