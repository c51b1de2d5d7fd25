import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from '@jest/globals';
import { v4 } from 'uuid';
import { eventIdOf, openLedger } from '../../src/ledger/index.js';
import type { LedgerConfig } from '../../src/ledger/index.js';
import { hitPoints } from '../../src/party/streams.js';
import { randomBy } from '../support/random.js';
import { storeProxy } from '../support/store-proxy.js';
import { testStore } from '../support/store.js';
import { becomes, jestTimeoutOf, within } from './bound.js';
import { illFate } from './fate.js';
import { isInDoubt, wrongWith } from './history.js';
import type { Sent } from './history.js';
import { writeReport } from './report.js';
import { killsOr, lossesOr, seed } from './settings.js';
import type { Told } from './worker.js';

/** Until so many processes were killed and so many answers of the store lost. */
const [kills, losses] = [killsOr(20), lossesOr(200)];
const limitMs = 180_000 + kills * 3_000 + losses * 200;
const [workers, people, characters] = [3, 20, 10];
const program = fileURLToPath(new URL('./worker.js', import.meta.url));

/** What is to be closed in the end, whatever happens; the last first. */
const closings: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close();
});

test(
  `twenty people, three processes that are killed ${kills} times, a store of which ${losses} answers are lost: nothing is lost, doubled or claimed falsely`,
  () =>
    within(limitMs, async ({ phase, signal }) => {
      console.info(`seed ${seed}`);
      const random = randomBy(seed);
      phase('open the ledger');
      const store = await testStore();
      closings.push(() => store.close());
      const proxy = await storeProxy(store.endpoint);
      closings.push(() => proxy.close());
      const { table, region } = store;
      const direct: LedgerConfig = { store: 'endpoint', endpoint: store.endpoint, table, region };
      const ledger = await openLedger(direct);
      closings.push(() => ledger.close());
      const ids = Array.from({ length: characters }, () => v4());
      for (const id of ids)
        await ledger.transact(
          hitPoints,
          id,
          { command: { type: 'enroll', kind: 'npc', max: 9_999 }, edition: '5.2' },
          metaNow(),
        );

      const counted = { lost: 0, killed: 0, notKnown: 0 };
      proxy.fate = illFate(random, () => counted.lost++);

      const history = new Map<string, Sent>();
      const killed = new Set<number>();
      const living = new Map<number, ChildProcess>();
      const crashed: number[] = [];
      let number = 0;
      const start = async (): Promise<void> => {
        if (signal.aborted) return;
        const worker = number++;
        const config = JSON.stringify({ ...direct, endpoint: proxy.endpoint });
        const child = fork(program, [config], {
          execArgv: [],
          stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        });
        closings.push(() => child.kill('SIGKILL'));
        // opening a ledger asks the store too: one that is very unlucky there ends, and another is started
        const isReady = await Promise.race([
          once(child, 'message'),
          once(child, 'exit').then(() => undefined),
        ]);
        if (isReady === undefined) return start();
        child.on('message', ({ eventId, ...word }: Told) => {
          if (word.what === 'not-known') counted.notKnown++;
          history.get(eventId)?.told.push({ word, at: performance.now(), by: [worker] });
        });
        living.set(worker, child);
        child.once('exit', () => {
          if (living.delete(worker)) crashed.push(worker);
        });
      };
      phase('start the processes');
      await Promise.all(Array.from({ length: workers }, start));

      const isEnough = () => signal.aborted || (counted.killed >= kills && counted.lost >= losses);
      const killing = (async () => {
        while (!isEnough()) {
          await sleep(100 + random() * 200);
          const all = [...living];
          const [worker, child] = all[Math.floor(random() * all.length)] ?? [];
          if (worker === undefined || counted.killed >= kills) continue;
          living.delete(worker);
          killed.add(worker);
          child?.kill('SIGKILL');
          counted.killed++;
          phase(`start a process after kill ${counted.killed} of ${kills}`);
          await start();
          phase(`hits after kill ${counted.killed} of ${kills}`);
        }
      })();

      /** One who hits again once they were told something, or waited long enough. */
      const person = async () => {
        while (!isEnough()) {
          const character = ids[Math.floor(random() * ids.length)] ?? '';
          const meta = metaNow();
          const given = [...living].filter((_, index) => index === 0 || random() < 0.15);
          const to = random() < 0.5 ? given : given.toReversed().slice(0, 1);
          const sent: Sent = {
            character,
            eventId: meta.eventId,
            sentAt: performance.now(),
            to: to.map(([worker]) => worker),
            told: [],
          };
          history.set(meta.eventId, sent);
          for (const [, child] of to) if (child.connected) child.send({ character, meta });
          for (let waited = 0; waited < 2_500 && sent.told.length === 0; waited += 5) await sleep(5);
        }
      };
      phase('hits before the first kill');
      await Promise.all(Array.from({ length: people }, person));
      await killing;

      // what is in doubt becomes known once the store is well
      proxy.fate = () => 'pass';
      phase('wait for what is in doubt');
      const isKnown = () => ![...history.values()].some((sent) => isInDoubt(sent, killed));
      await becomes(isKnown, 30_000, signal);
      const [...ended] = living.values();
      living.clear();
      for (const child of ended) child.disconnect();
      phase('check the history');
      const wrong = await wrongWith(ledger, [...history.values()], killed);
      const hits = history.size;
      console.info(counted);
      writeReport({
        ...{ suite: 'ledger', seed, kills: counted.killed, lostAnswers: counted.lost, commands: hits },
        wrong: wrong.length + crashed.length,
      });
      expect(wrong).toEqual([]);
      expect(crashed).toEqual([]);
      expect(hits).toBeGreaterThan(kills);
    }),
  jestTimeoutOf(limitMs),
);

function metaNow() {
  const madeAt = Date.now();
  const command = String(BigInt(madeAt - 1_420_070_400_000) << 22n);
  return { eventId: eventIdOf(v4(), 0), by: '100000000000000001', command, subject: 'Thorin', madeAt };
}
