import type { Ledger } from '../ledger/index.js';
import { holdingOf, traces } from '../rules/index.js';
import { hitPoints } from './streams.js';
import type { Entry } from './streams.js';

/** Read at once where the last few were all taken back. */
const furtherBack = 50;

/**
 * The version of the last change of a character that still stands and can be taken back; 0 where there is none. A taking back
 * is no such change: who takes back twice takes back two changes.
 */
export async function lastChange(ledger: Ledger, id: string): Promise<number> {
  let entries: readonly Entry[] = await ledger.recent(hitPoints, id, { maxAge: 0 });
  for (;;) {
    const held = holdingOf(traces(entries.toReversed()));
    const last = entries.find(
      ({ version, event }) => !held.has(version) && event.type !== 'Reverted' && event.type !== 'Enrolled',
    );
    const oldest = entries.at(-1)?.version ?? 1;
    if (last !== undefined || oldest === 1) return last?.version ?? 0;
    const range = { newestFirst: true, from: oldest - 1, limit: furtherBack };
    entries = [...entries, ...(await ledger.read(hitPoints, id, range)).events];
  }
}
