import type { Ledger } from '../ledger/index.js';
import { holdingOf, isCorrection, remembered } from '../rules/index.js';
import type { Trace } from '../rules/index.js';
import type { Corrections } from './sight.js';
import { hitPoints } from './streams.js';
import type { Entry } from './streams.js';

/**
 * The corrections that hold for entries from anywhere in a stream, however long it is: the end of it tells of the latest,
 * each further request of eight before those, and one more brings each correction itself.
 */
export async function correctionsOf(
  ledger: Ledger,
  id: string,
  entries: readonly Entry[],
): Promise<Corrections> {
  const oldest = Math.min(...entries.map(({ version }) => version));
  const held = holdingOf(await tracesSince(ledger, id, oldest));
  const found = await Promise.all(
    entries.map(async ({ version }) => {
      const trace = held.get(version);
      if (trace === undefined) return [];
      const { event } =
        entries.find((one) => one.version === trace.by) ??
        (await ledger.project(hitPoints, id, { at: trace.by }));
      return isCorrection(event) ? [[version, { version: trace.by, event }] as const] : [];
    }),
  );
  return new Map(found.flat());
}

/** The corrections of a stream after a version, oldest first; perhaps some before it. */
async function tracesSince(ledger: Ledger, id: string, version: number): Promise<Trace[]> {
  const [newest] = await ledger.recent(hitPoints, id, { maxAge: 0 });
  const traces = [...remembered(newest?.state)];
  let earlier = newest?.state.corrections?.earlier;
  while (earlier !== undefined && earlier > version) {
    const { state } = await ledger.project(hitPoints, id, { at: earlier });
    traces.unshift(...remembered(state));
    earlier = state.corrections?.earlier;
  }
  return traces;
}
