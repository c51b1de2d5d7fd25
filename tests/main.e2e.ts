import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { GatewayDispatchEvents } from 'discord-api-types/v10';
import { startStandIn } from '../src/playground/index.js';
import type { StandIn } from '../src/playground/index.js';
import { answerOf, until } from './discord/bot.js';
import { comesTo } from './support/comes-to.js';
import { freePort, Program, temporaryFolder } from './support/program.js';
import { allItems, testStore } from './support/store.js';

/** HP_LEDGER_KILLS=20 kills as often. */
const kills = Number(process.env.HP_LEDGER_KILLS ?? 2);

let discord: StandIn;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let programs: Program[] = [];
beforeEach(async () => {
  discord = await startStandIn();
  folder = await temporaryFolder();
});
afterEach(async () => {
  for (const program of programs) await program.end('SIGKILL');
  programs = [];
  await discord.close();
  await folder.remove();
});

/** The program, connected to the stand-in as to Discord. */
async function started(env: Record<string, string> = {}): Promise<Program> {
  const program = new Program({
    DISCORD_TOKEN: discord.token,
    DISCORD_API: discord.api,
    DATA_DIR: folder.path,
    ...env,
  });
  programs.push(program);
  await program.says(/the commands (were registered at|at) Discord/);
  return program;
}
const said = async (who: string, line: string) => answerOf({ discord }, await discord.as(who).type(line));

describe('the program', () => {
  test(
    `loses nothing by kill -9, ${kills} times in the middle of play`,
    async () => {
      await started();
      await said('Tomas', '/hp character add name:Thorin max:100');
      for (let round = 1; round <= kills; round++) {
        const answer = await said('Tomas', `/hp damage amount:1 note:round ${round}`);
        expect(answer).toContain(`→ ${100 - round} / 100`);
        await programs.at(-1)?.end('SIGKILL');
        await until(() => !discord.gateway.online);
        discord.gateway.drop(false);
        await started();
      }
      expect(await said('Ines', '/hp show target:Thorin')).toContain(`${100 - kills} / 100`);
      const log = await said('Ines', '/hp log target:Thorin');
      expect(log).toMatch(new RegExp(`v${kills + 1}[^]*round ${kills}[^]*v${kills}[^]*round ${kills - 1}`));
    },
    180_000 + kills * 20_000,
  );

  test('as three processes on one store counts what all of them are given once', async () => {
    const store = await testStore();
    const { endpoint: DYNAMODB_ENDPOINT, table: TABLE_NAME } = store;
    for (let i = 0; i < 3; i++) await started({ DYNAMODB_ENDPOINT, TABLE_NAME });
    // each of them is given every interaction, and one is faster than the others
    await said('Tomas', '/hp character add name:Thorin max:1000');
    const hits = Array.from({ length: 50 }, () =>
      discord.as('Tomas').type('/hp damage amount:1 target:Thorin'),
    );
    for (const hit of await Promise.all(hits)) expect(hit.kind).toBe('message');
    expect(await said('Ines', '/hp show target:Thorin')).toContain('950 / 1000');
    const items = (await allItems(store)).filter(
      ({ Character, Type }) => Character === 'Thorin' && Type === 'Damaged',
    );
    const versions = items.map(({ Version }) => Number(Version)).sort((a, b) => a - b);
    expect(versions).toEqual(Array.from({ length: 50 }, (_, index) => index + 2));
    for (const program of programs) await program.end('SIGTERM');
    await store.close();
  });

  test('registers its commands only where they differ', async () => {
    await started();
    // /hp, and the menu on a person
    expect(discord.registry.creations).toBe(2);
    await programs[0]?.end('SIGTERM');
    const again = await started();
    expect(again.output).toContain('the commands at Discord are the ones of this program');
    expect(discord.registry.creations).toBe(2);
  });

  test('finishes what is in flight when it is asked to end, and ends with 0', async () => {
    const program = await started();
    await said('Tomas', '/hp character add name:Thorin max:100');
    // the answer has left the program, and has not been taken yet
    let isAnswering = false;
    discord.faults.delay = (_, path) => {
      if (!path.endsWith('/callback')) return 0;
      isAnswering = true;
      return 200;
    };
    const answer = said('Tomas', '/hp damage amount:7');
    await until(() => isAnswering);
    expect(await program.end('SIGTERM')).toBe(0);
    expect(await answer).toContain('100 → 93 / 100');
    expect(program.output).toContain('finishing what is in flight');
    const verifying = new Program({ DATA_DIR: folder.path }, 'verify');
    programs.push(verifying);
    expect(await verifying.ended()).toBe(0);
    expect(verifying.output).toContain('Looked at 2 streams, 3 events');
  });

  test('is not ended by what is malformed', async () => {
    const program = await started();
    const malformed = [null, {}, { id: 'x' }, { id: '1', type: 2, data: {} }, { type: 99 }, [], 'text', 7];
    for (const data of malformed)
      discord.gateway.dispatch('INTERACTION_CREATE' as GatewayDispatchEvents, data);
    await program.says(/an interaction could not be read/);
    expect(await said('Tomas', '/hp character add name:Thorin max:100')).toContain('Thorin joins');
    expect(program.hasEnded).toBe(false);
  });

  test('refuses to share the folder of its ledger', async () => {
    await started();
    const second = new Program({
      DISCORD_TOKEN: discord.token,
      DISCORD_API: discord.api,
      DATA_DIR: folder.path,
    });
    const verifying = new Program({ DATA_DIR: folder.path }, 'verify');
    programs.push(second, verifying);
    expect(await second.ended()).toBe(1);
    // it could not look
    expect(await verifying.ended()).toBe(2);
    for (const { output } of [second, verifying]) {
      expect(output).toContain(`The ledger in ${folder.path} is in use by another program`);
      expect(output).not.toMatch(/\n\s+at /);
    }
  });

  test('says when Discord does not know its token', async () => {
    const program = new Program({ DISCORD_TOKEN: 'a.b.c', DISCORD_API: discord.api, DATA_DIR: folder.path });
    programs.push(program);
    expect(await program.ended()).toBe(1);
    expect(program.output).toContain('Discord does not know this token. Check DISCORD_TOKEN.');
    expect(program.output).not.toContain('a.b.c');
  });

  test('says what is wrong with its configuration, all of it', async () => {
    const program = new Program({ LEDGER: 'papyrus', PLAYGROUND_PORT: 'x' });
    programs.push(program);
    expect(await program.ended()).toBe(1);
    expect(program.output).toMatch(/LEDGER is "papyrus".*\n.*PLAYGROUND_PORT is "x"/);
    expect(program.output).not.toMatch(/\n\s+at /);
  });

  test('says how it is, and what it has done', async () => {
    const port = await freePort();
    const program = await started({ HEALTH_PORT: String(port) });
    const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(200);
    expect((await get('/')).status).toBe(404);
    await said('Tomas', '/hp character add name:Thorin max:100');
    await said('Tomas', '/hp damage amount:x');
    // counted once Discord has said that it took the answer
    const refused = 'hp_ledger_commands_total{command="damage",outcome="refused"} 1';
    let metrics = '';
    await comesTo(async () => {
      metrics = await (await get('/metrics')).text();
      return metrics.includes(refused);
    }, true);
    expect(metrics).toContain('hp_ledger_commands_total{command="character add",outcome="ok"} 1');
    expect(metrics).toMatch(/hp_ledger_store_requests_total\{operation="PutItem",outcome="ok"\} 2/);
    expect(metrics).toMatch(/hp_ledger_capacity_units_total\{operation="PutItem"\} 2/);
    expect(metrics).toContain('hp_ledger_shards{state="ready"} 1');
    expect(metrics).not.toContain('Thorin');
    await program.end('SIGTERM');
  });

  test('is ready only while Discord is there, and says so in two lines', async () => {
    const port = await freePort();
    const program = await started({ HEALTH_PORT: String(port) });
    const statusOf = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
    await comesTo(() => statusOf('/readyz'), 200);
    await discord.goDown();
    await comesTo(() => statusOf('/readyz'), 503);
    expect(await statusOf('/healthz')).toBe(200);
    await discord.listen();
    await comesTo(() => statusOf('/readyz'), 200);
    await program.says(/connected to Discord again/);
    expect(program.output.match(/connection to Discord/g)).toHaveLength(1);
    expect(program.output.match(/connected to Discord again/g)).toHaveLength(1);
  }, 60_000);
});

test('without a token the playground opens, and nothing that it serves comes from elsewhere', async () => {
  const program = new Program({ DATA_DIR: folder.path });
  programs.push(program);
  const [, url = ''] = await program.says(/The playground is open at (http:\S+)/);
  const page = await fetch(url);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await page.text()).toContain('<hp-playground>');
  const foreign = await fetch(url, { headers: { origin: 'https://example.com' } });
  expect(foreign.status).toBe(403);
});
