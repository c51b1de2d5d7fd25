import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startStandIn } from '../../src/playground/index.js';
import type { StandIn } from '../../src/playground/index.js';
import { answerOf } from '../discord/bot.js';
import { randomBy } from '../support/random.js';
import { testStore } from '../support/store.js';
import type { TestStore } from '../support/store.js';
import { becomes, jestTimeoutOf, within } from './bound.js';
import { Crew } from './crew.js';
import { writeReport } from './report.js';
import { firstPauseMs, killsOr, seed } from './settings.js';

const kills = killsOr(5);
/** Entries recorded from one kill to the next. */
const perKill = 25;
const limitMs = 240_000 + kills * 20_000 + firstPauseMs;
const [feed, board] = ['1300000000000000004', '1300000000000000005'];
const characters = ['Thorin', 'Lia', 'Grom', 'Ana'];

let discord: StandIn;
let store: TestStore;
let crew: Crew;
beforeEach(async () => {
  // Discord's limits hold, in a time that goes by faster
  discord = await startStandIn({ speed: 5 });
  store = await testStore();
  crew = new Crew(discord, { DYNAMODB_ENDPOINT: store.endpoint, TABLE_NAME: store.table }, firstPauseMs);
});
afterEach(async () => {
  await crew.close();
  await discord.close();
  await store.close();
});

const said = async (line: string) => answerOf({ discord }, await discord.as('Mara').type(line));
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
  () =>
    within(limitMs, async ({ phase, signal }) => {
      console.info(`seed ${seed}`);
      const random = randomBy(seed);
      for (let i = 0; i < 3; i++) {
        phase(`start program ${i + 1}`);
        await crew.start();
      }
      phase('add the characters');
      for (const name of characters) await said(`/hp character add name:${name} max:500`);
      await said('/hp settings feed channel:#hp-feed');
      await said('/hp settings board channel:#hp-board');
      let lostAnswers = 0;
      discord.faults.loseAnswer = (method, path) => {
        const isLost = method !== 'GET' && path.includes('/channels/') && random() < 0.2;
        if (isLost) lostAnswers++;
        return isLost;
      };

      const recorded = new Map(characters.map((name) => [name, 1]));
      let commands = 0;
      for (let kill = 0; kill < kills && !signal.aborted; kill++) {
        phase(`hits around kill ${kill + 1} of ${kills}`);
        const victim = crew.serving[Math.floor(random() * crew.serving.length)];
        if (victim === undefined) throw new Error(`no program is left: ${crew.crashed.join('\n')}`);
        const dies = sleep(random() * 1_500).then(() => crew.kill(victim));
        for (let i = 0; i < perKill; i++) {
          const name = characters[Math.floor(random() * characters.length)] ?? 'Thorin';
          expect(await said(`/hp damage amount:1 target:${name}`)).toContain(name);
          commands++;
          recorded.set(name, (recorded.get(name) ?? 0) + 1);
        }
        await dies;
        phase(`start a program after kill ${kill + 1} of ${kills}`);
        await crew.start();
      }

      phase('wait for the feed');
      const isWhole = () =>
        characters.every((name) => (versionsOf(name).at(-1) ?? 0) >= (recorded.get(name) ?? 0));
      await becomes(isWhole, 60_000, signal);
      const fed = [...recorded.keys()].map((name) => [name, versionsOf(name)]);
      const due = [...recorded].map(([name, latest]) => [
        name,
        Array.from({ length: latest - 1 }, (_, i) => i + 2),
      ]);

      phase('wait for the board');
      const now = await said('/hp party');
      await becomes(() => shownIn(board).at(-1)?.description === now, 60_000, signal);
      const boards = shownIn(board).map(({ description }) => description);
      const wrong = (isDeepStrictEqual(fed, due) ? 0 : 1) + (isDeepStrictEqual(boards, [now]) ? 0 : 1);
      const { crashed, killed } = crew;
      writeReport({
        ...{ suite: 'feed', seed, kills: killed.size, lostAnswers, commands },
        wrong: wrong + crashed.length,
      });
      expect(fed).toEqual(due);
      expect(boards).toEqual([now]);
      expect(crashed).toEqual([]);
    }),
  jestTimeoutOf(limitMs),
);
