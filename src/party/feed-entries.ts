import type { Ledger } from '../ledger/index.js';
import type { Stretch } from '../watching/index.js';
import { hitPoints } from './streams.js';
import type { Entry } from './streams.js';

/** A message tells so many entries, or so many stretches. */
export const mostTold = 15;

/** By time; those of one character by version, whatever the clocks said. */
export function inOrder<T extends { entry: Entry }>(entries: readonly T[][]): T[] {
  const timed = entries.flatMap((ofOne) => {
    let time = '';
    return ofOne.map((one) => ({ one, time: (time = one.entry.at > time ? one.entry.at : time) }));
  });
  return timed.sort((a, b) => (a.time < b.time ? -1 : Number(a.time > b.time))).map(({ one }) => one);
}

/** Oldest first; without a request where they are remembered. */
export async function read(
  ledger: Ledger,
  id: string,
  { from, to }: Pick<Stretch, 'from' | 'to'>,
): Promise<Entry[]> {
  const recent = await ledger.recent(hitPoints, id);
  const remembered = recent.filter(({ version }) => version >= from && version <= to).reverse();
  if (remembered.length === to - from + 1) return remembered;
  return (await ledger.read(hitPoints, id, { from, to })).events;
}

/** How many entries there are in stretches. */
export function count(batch: readonly Stretch[]): number {
  return batch.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}
