import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { eventIdOf, openLedger } from '../../src/ledger/index.js';
import { rosterIdOf, rosters } from '../../src/party/streams.js';
import { permissions, startStandIn, tavern } from '../../src/playground/index.js';
import { answerOf } from '../discord/bot.js';
import { randomBy } from '../support/random.js';
import { storeProxy } from '../support/store-proxy.js';
import { testStore } from '../support/store.js';
import { wordIn } from './answer.js';
import { becomes, jestTimeoutOf, within } from './bound.js';
import { Crew } from './crew.js';
import { illFate } from './fate.js';
import { isInDoubt, wrongWith } from './history.js';
import type { Sent } from './history.js';
import { writeReport } from './report.js';
import { firstPauseMs, killsOr, lossesOr, seed } from './settings.js';

/** Until so many programs were killed and so many answers of the store lost. */
const [kills, losses] = [killsOr(5), lossesOr(50)];
const limitMs = 240_000 + kills * 15_000 + losses * 500 + firstPauseMs;
const programs = 3;
const players = Array.from({ length: 20 }, (_, index) => ({
  id: String(1_300_000_000_000_000_100n + BigInt(index)),
  name: `Player ${index + 1}`,
  roles: [],
  permissions: permissions.player,
  locale: 'en-US',
}));
const names = ['Thorin', 'Lia', 'Grom', 'Ana', 'Borin', 'Celes', 'Dorn', 'Elske', 'Faro', 'Hild'];

/** What is to be closed in the end, whatever happens; the last first. */
const closings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close();
});

test(
  `twenty people in Discord, three programs that are killed ${kills} times, a store of which ${losses} answers are lost, and answers of Discord's too: what they were told is so`,
  () =>
    within(limitMs, async ({ phase, signal }) => {
      console.info(`seed ${seed}`);
      const random = randomBy(seed);
      const store = await testStore();
      closings.push(() => store.close());
      const proxy = await storeProxy(store.endpoint);
      closings.push(() => proxy.close());
      const { table, region } = store;
      const discord = await startStandIn({ world: { ...tavern, people: [...tavern.people, ...players] } });
      closings.push(() => discord.close());
      const env = { DYNAMODB_ENDPOINT: proxy.endpoint, TABLE_NAME: table };
      const crew = new Crew(discord, env, firstPauseMs);
      closings.push(() => crew.close());
      for (let i = 0; i < programs; i++) {
        phase(`start program ${i + 1}`);
        await crew.start();
      }
      phase('add the characters');
      const ledger = await openLedger({ store: 'endpoint', endpoint: store.endpoint, table, region });
      closings.push(() => ledger.close());
      for (const name of names)
        await answerOf({ discord }, await discord.as('Mara').type(`/hp character add name:${name} max:9999`));
      const { state: roster } = await ledger.project(rosters, rosterIdOf(discord.world.guild.id));
      const { characters } = roster;
      expect(characters.map(({ name }) => name)).toEqual(names);

      /** By the interaction's id. */
      const history = new Map<string, Sent>();
      const counted = { lostByStore: 0, lostByDiscord: 0, recorded: 0, nothing: 0, 'not-known': 0 };
      const unexpected: string[] = [];
      discord.messages.on('posted', ({ message }) => {
        const sent = history.get(message.interaction_metadata?.id ?? '');
        if (sent === undefined) return;
        const word = wordIn(message);
        if (word === undefined) unexpected.push(JSON.stringify(message.embeds));
        else {
          counted[word.what]++;
          sent.told.push({ word, at: performance.now(), by: sent.to });
        }
      });

      proxy.fate = illFate(random, () => counted.lostByStore++);
      const isOfInteraction = (path: string) => /\/(interactions|webhooks)\//.test(path);
      const isLost = (_: string, path: string) => {
        const lost = isOfInteraction(path) && random() < 0.1;
        if (lost) counted.lostByDiscord++;
        return lost;
      };
      discord.faults.loseRequest = isLost;
      discord.faults.loseAnswer = isLost;
      discord.faults.delay = (_, path) => (isOfInteraction(path) && random() < 0.05 ? random() * 500 : 0);
      // one fault is enough
      const isEnough = () =>
        signal.aborted ||
        stuck.length > 0 ||
        unexpected.length > 0 ||
        crew.crashed.length > 0 ||
        (crew.killed.size >= kills && counted.lostByStore >= losses);
      const oneOf = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)];

      const inDoubt = (among: Iterable<[string, Sent]> = history) =>
        [...among].filter(([, sent]) => isInDoubt(sent, crew.killed));
      /** What was not resolved by those who could: what was said, and what they logged. */
      const stuck: object[] = [];
      /** Gives those who said that they don't know yet the time to say more, half a minute at most. */
      const settle = async (doubted: [string, Sent][]) => {
        await becomes(() => inDoubt(doubted).length === 0, 30_000, signal);
        for (const [interaction, sent] of inDoubt(doubted)) {
          const ids = [interaction, sent.eventId];
          const logs = sent.to.map((number) => ids.flatMap((id) => crew.logged(number, id)));
          stuck.push({ interaction, ...sent, logs });
        }
      };
      const killing = async () => {
        while (crew.killed.size < kills && !isEnough()) {
          const doubted = inDoubt();
          await sleep(500 + random() * 1_500);
          // who is killed can't say more: what was in doubt a while ago has to be known, and what came into doubt since is left
          phase(`wait for what is in doubt before kill ${crew.killed.size + 1} of ${kills}`);
          await settle(doubted);
          const victim = oneOf(crew.serving);
          if (victim === undefined) throw new Error('there is nobody');
          phase(`kill ${crew.killed.size + 1} of ${kills}, and start a program`);
          await crew.kill(victim);
          await crew.start();
          phase(`play after kill ${crew.killed.size} of ${kills}`);
        }
      };
      /** One who types the next line once they were told something, or that the bot did not respond. */
      const person = async (name: string) => {
        while (!isEnough()) {
          const character = oneOf(characters);
          const one = oneOf(crew.serving);
          if (character === undefined || one === undefined) throw new Error('there is nobody');
          const given = random() < 0.15 ? [...crew.serving] : [one];
          const to = given.map(({ number }) => number);
          const onMade = (interaction: string) => {
            const eventId = eventIdOf(interaction, character.id);
            history.set(interaction, {
              character: character.id,
              eventId,
              sentAt: performance.now(),
              to,
              told: [],
            });
          };
          await discord.as(name).type(`/hp damage amount:1 target:${character.name}`, {
            to: given.map(({ session }) => session),
            onMade,
          });
          await sleep(random() * 500);
        }
      };
      phase('play before the first kill');
      await Promise.all([killing(), ...players.map(({ name }) => person(name))]);

      phase('wait for what is in doubt');
      // what is in doubt becomes known once the store is well
      proxy.fate = () => 'pass';
      discord.faults.loseRequest = () => false;
      discord.faults.loseAnswer = () => false;
      discord.faults.delay = () => 0;
      await settle(inDoubt());
      phase('end the programs');
      const codes = await crew.end('SIGTERM');
      phase('check the history');

      const all = [...history.values()];
      const wrong = await wrongWith(ledger, all, crew.killed);
      const { crashed } = crew;
      console.info(counted);
      writeReport({
        ...{ suite: 'programs', seed, kills: crew.killed.size, commands: all.length },
        lostAnswers: counted.lostByStore + counted.lostByDiscord,
        wrong: wrong.length + stuck.length + unexpected.length + crashed.length,
      });
      expect({ wrong, stuck, unexpected, crashed, codes }).toEqual({
        wrong: [],
        stuck: [],
        unexpected: [],
        crashed: [],
        codes: Array(programs).fill(0),
      });
      expect(counted.recorded).toBeGreaterThan(kills);
    }),
  jestTimeoutOf(limitMs),
);
