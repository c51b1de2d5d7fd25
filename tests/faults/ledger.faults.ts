import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { v4 } from 'uuid';
import { eventIdOf, openLedger } from '../../src/ledger/index.js';
import type { LedgerConfig } from '../../src/ledger/index.js';
import { hitPoints } from '../../src/party/streams.js';
import { randomBy } from '../support/random.js';
import { storeProxy } from '../support/store-proxy.js';
import { testStore } from '../support/store.js';
import { illFate } from './fate.js';
import { wrongWith } from './history.js';
import type { Sent } from './history.js';
import type { Told } from './worker.js';

/** Until so many processes were killed and so many answers of the store lost. */
const kills = Number(process.env.HP_LEDGER_KILLS ?? 20);
const losses = Number(process.env.HP_LEDGER_LOSSES ?? 200);
/** HP_LEDGER_SEED repeats what was drawn in another run; not what the machine does meanwhile. */
const seed = Number(process.env.HP_LEDGER_SEED ?? Date.now() % 1_000_000);
const [workers, people, characters] = [3, 20, 10];
const program = fileURLToPath(new URL('./worker.js', import.meta.url));

test(
  `twenty people, three processes that are killed ${kills} times, a store of which ${losses} answers are lost: nothing is lost, doubled or claimed falsely`,
  async () => {
    console.info(`seed ${seed}`);
    const random = randomBy(seed);
    const store = await testStore();
    const proxy = await storeProxy(store.endpoint);
    const { table, region } = store;
    const direct: LedgerConfig = { store: 'endpoint', endpoint: store.endpoint, table, region };
    const ledger = await openLedger(direct);
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
    const start = async () => {
      const worker = number++;
      const config = JSON.stringify({ ...direct, endpoint: proxy.endpoint });
      const child = fork(program, [config], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      // opening a ledger asks the store too: one that is very unlucky there ends, and another is started
      const isReady = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => undefined)]);
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
    await Promise.all(Array.from({ length: workers }, start));

    const isEnough = () => counted.killed >= kills && counted.lost >= losses;
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
        await start();
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
    await Promise.all(Array.from({ length: people }, person));
    await killing;

    // what is in doubt becomes known once the store is well
    proxy.fate = () => 'pass';
    await sleep(5_000);
    const [...ended] = living.values();
    living.clear();
    for (const child of ended) child.disconnect();
    const wrong = await wrongWith(ledger, [...history.values()], killed);
    const hits = history.size;
    console.info({ ...counted, hits, wrong: wrong.length });
    await ledger.close();
    await proxy.close();
    await store.close();
    expect(wrong).toEqual([]);
    expect(crashed).toEqual([]);
    expect(hits).toBeGreaterThan(kills);
  },
  60_000 + kills * 3_000 + losses * 200,
);

function metaNow() {
  const madeAt = Date.now();
  const command = String(BigInt(madeAt - 1_420_070_400_000) << 22n);
  return { eventId: eventIdOf(v4(), 0), by: '100000000000000001', command, subject: 'Thorin', madeAt };
}
