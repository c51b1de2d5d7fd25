import { v4 } from 'uuid';
import { openLedger } from '../src/ledger/index.js';
import { hitPoints } from '../src/party/streams.js';
import { decide, evolve } from '../src/rules/index.js';
import type { Event, State } from '../src/rules/index.js';
import { fill } from './fill.js';
import { commandAt, trail } from './game.js';
import { timed } from './measure.js';
import type { Report } from './measure.js';
import { clientOf, counting, documentsOf, testStore } from './store.js';

const length = process.env.BENCH_QUICK === undefined ? 20_000 : 2_000;

/** How many events are gone through in a second. */
export async function reading(): Promise<Report[]> {
  const { endpoint, region, table, ...store } = await testStore();
  const ledger = await openLedger({ store: 'endpoint', endpoint, region, table });
  const documents = documentsOf(clientOf({ endpoint, region, table, ...store }, counting()));
  const id = v4();
  await fill(documents, table, trail(id, length));

  const events: Event[] = [];
  let state: State | undefined;
  for (let version = 1; version <= length; version++) {
    const event = decide(state, commandAt(version), '5.2');
    events.push(event);
    state = evolve(state, event);
  }
  const folding = await timed(() => {
    let folded: State | undefined;
    for (const event of events) folded = evolve(folded, event);
    return Promise.resolve(folded);
  });
  const verifying = await timed(async () => {
    const { ok } = await ledger.verify(hitPoints, id);
    if (!ok) throw new Error('the trail is whole');
  });
  await ledger.close();
  await store.close();
  const perSecond = (milliseconds: number) => Math.round((length / milliseconds) * 1_000);
  return [
    {
      title: 'Going through a trail',
      about: `Events in a second, of a trail of ${length.toLocaleString('en-US')}. Folding: one state after the other, in memory. Verifying: reading them from the store, and looking at each one's hash and state.`,
      head: ['', 'events a second'],
      rows: [
        ['folding', perSecond(folding)],
        ['verifying', perSecond(verifying)],
      ],
    },
  ];
}
