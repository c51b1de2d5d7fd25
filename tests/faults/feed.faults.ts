import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startStandIn } from '../../src/playground/index.js';
import type { StandIn } from '../../src/playground/index.js';
import { textOf } from '../discord/bot.js';
import { Program } from '../support/program.js';
import { randomBy } from '../support/random.js';
import { testStore } from '../support/store.js';
import type { TestStore } from '../support/store.js';

/** How often a program is killed: HP_LEDGER_KILLS=20 kills as often. HP_LEDGER_SEED repeats what was drawn in another run. */
const kills = Number(process.env.HP_LEDGER_KILLS ?? 5);
const seed = Number(process.env.HP_LEDGER_SEED ?? Date.now() % 1_000_000);
/** Entries recorded from one kill to the next. */
const perKill = 25;
const [feed, board] = ['1300000000000000004', '1300000000000000005'];
const characters = ['Thorin', 'Lia', 'Grom', 'Ana'];

let discord: StandIn;
let store: TestStore;
let programs: Program[] = [];
beforeEach(async () => {
  // Discord's limits hold, in a time that goes by faster
  discord = await startStandIn({ speed: 5 });
  store = await testStore();
});
afterEach(async () => {
  for (const program of programs) await program.end('SIGKILL');
  await discord.close();
  await store.close();
});

async function started(): Promise<Program> {
  const program = new Program({
    DISCORD_TOKEN: discord.token,
    DISCORD_API: discord.api,
    DYNAMODB_ENDPOINT: store.endpoint,
    TABLE_NAME: store.table,
  });
  programs.push(program);
  await program.says(/the commands (were registered at|at) Discord/);
  return program;
}
const said = async (line: string) => textOf({ discord }, await discord.as('Mara').type(line));
const shownIn = (channel: string) =>
  discord.messages.in(channel).flatMap(({ embeds: [embed] }) => (embed === undefined ? [] : [embed]));
/** The versions of a character that the feed shows, in the order in which it does. */
const versionsOf = (name: string) =>
  shownIn(feed)
    .flatMap(({ description = '' }) => description.split('\n'))
    .filter((line) => line.includes(`**${name}**`))
    .map((line) => Number(/`v(\d+) /.exec(line)?.[1]));

test(
  `three programs, ${kills} times one of them killed, answers lost: the feed has each entry once and in order, the board is right`,
  async () => {
    console.info(`seed ${seed}`);
    const random = randomBy(seed);
    for (let i = 0; i < 3; i++) await started();
    for (const name of characters) await said(`/hp character add name:${name} max:500`);
    await said('/hp settings feed channel:#hp-feed');
    await said('/hp settings board channel:#hp-board');
    discord.faults.loseAnswer = (method, path) =>
      method !== 'GET' && path.includes('/channels/') && random() < 0.2;

    const recorded = new Map(characters.map((name) => [name, 1]));
    for (let kill = 0; kill < kills; kill++) {
      const victim = programs[Math.floor(random() * programs.length)];
      const dies = sleep(random() * 1_500).then(() => victim?.end('SIGKILL'));
      for (let i = 0; i < perKill; i++) {
        const name = characters[Math.floor(random() * characters.length)] ?? 'Thorin';
        expect(await said(`/hp damage amount:1 target:${name}`)).toContain(name);
        recorded.set(name, (recorded.get(name) ?? 0) + 1);
      }
      await dies;
      programs = programs.filter((one) => one !== victim);
      await started();
    }

    const isWhole = () =>
      characters.every((name) => (versionsOf(name).at(-1) ?? 0) >= (recorded.get(name) ?? 0));
    for (let waited = 0; waited < 60 && !isWhole(); waited++) await sleep(500);
    for (const [name, latest] of recorded)
      expect([name, versionsOf(name)]).toEqual([name, Array.from({ length: latest - 1 }, (_, i) => i + 2)]);

    const party = await discord.as('Mara').type('/hp party');
    const now = textOf({ discord }, party);
    for (let waited = 0; waited < 60 && shownIn(board).at(-1)?.description !== now; waited++)
      await sleep(500);
    expect(shownIn(board).map(({ description }) => description)).toEqual([now]);
  },
  (kills * 20 + 60) * 1_000,
);
