import { figure, median, sideBySide } from './measure.js';
import type { Report } from './measure.js';
import { castore } from './sides/castore.js';
import { equinox } from './sides/equinox.js';
import { ours } from './sides/ours.js';
import { putItem } from './sides/put-item.js';
import { textbook } from './sides/textbook.js';
import type { Side } from './sides/side.js';
import { testStore } from './store.js';

const isDynalite = !process.env.DYNAMODB_ENDPOINT;
const lengths = process.env.BENCH_QUICK === undefined ? [1, 10, 100, 1_000, 10_000] : [1, 100, 1_000];

/** What an entry costs at a length of its trail, by side. */
export interface Cost {
  side: string;
  length: number;
  milliseconds: number;
  /** Of the bare PutItem's time. */
  ratio: number;
  requests: number;
  writeUnits: number;
  readUnits: number;
}

/** One more entry, by the length of the trail. */
export async function ledger(): Promise<{ reports: Report[]; costs: Cost[] }> {
  const store = await testStore();
  const sides: Side[] = [
    putItem(store),
    await ours(store, 'warm'),
    await ours(store, 'cold'),
    await castore(store),
    // it writes with transactions, which dynalite does not know
    ...(isDynalite ? [] : [await equinox(store)]),
    textbook(store),
  ];
  for (const side of sides) await warmUp(side);
  const costs: Cost[] = [];
  for (const length of lengths) costs.push(...(await atLength(sides, length)));
  for (const side of sides) await side.close();
  await store.close();
  const names = sides.map(({ name }) => name);
  const of = (side: string, length: number) =>
    costs.find((one) => one.side === side && one.length === length);
  const at = (length: number) => names.map((name) => of(name, length));
  const reports: Report[] = [
    {
      title: 'One more entry, by the length of the trail',
      about:
        'Median milliseconds, and in brackets how many times as long as a bare conditional `PutItem` of an item of the same size takes.',
      head: ['entries before', ...names],
      rows: lengths.map((length) => [
        figure(length).replace('.00', '').replace('.0', ''),
        ...at(length).map((cost) =>
          cost === undefined ? '–' : `${figure(cost.milliseconds)} (${figure(cost.ratio)}×)`,
        ),
      ]),
    },
    {
      title: 'What that asks of the store',
      about: 'Requests, write units and read units for one entry, as the store counts them.',
      head: ['entries before', ...names],
      rows: lengths.map((length) => [
        figure(length).replace('.00', '').replace('.0', ''),
        ...at(length).map((cost) =>
          cost === undefined ? '–' : `${cost.requests} · ${cost.writeUnits} · ${cost.readUnits}`,
        ),
      ]),
    },
  ];
  return { reports, costs };
}

/** As a program that has been up for a while: its connections are open, its code is compiled. */
async function warmUp(side: Side): Promise<void> {
  const { ready, append } = await side.prepare(1);
  for (const until = performance.now() + 3_000; performance.now() < until;) {
    await ready?.();
    await append();
  }
}

async function atLength(sides: readonly Side[], length: number): Promise<Cost[]> {
  const prepared = await Promise.all(
    sides.map(async (side) => [side.name, { side, ...(await side.prepare(length)) }] as const),
  );
  const trails = new Map(prepared);
  for (const { ready, append } of trails.values()) {
    await ready?.();
    await append();
  }
  const times = await sideBySide(
    Object.fromEntries(
      Array.from(trails, ([name, { side, ready, append }]) => [
        name,
        { runs: side.runs(length), ...(ready && { ready }), run: append },
      ]),
    ),
  );
  const limit = median(times['bare PutItem'] ?? []);
  const costs: Cost[] = [];
  for (const [name, { side, ready, append }] of trails) {
    await ready?.();
    side.reset();
    await append();
    const { requests, writeUnits, readUnits } = side.asked;
    const milliseconds = median(times[name] ?? []);
    costs.push({
      side: name,
      length,
      milliseconds,
      ratio: milliseconds / limit,
      requests,
      writeUnits,
      readUnits,
    });
  }
  return costs;
}
