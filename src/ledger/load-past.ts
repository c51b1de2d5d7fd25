import { UnreadableEvent } from './errors.js';
import { firstNeeded, pastOf } from './past.js';
import type { Passed } from './past.js';
import { readItems } from './read-items.js';
import type { Reads } from './store.js';
import type { EventBody, Past, StreamType } from './types.js';

/**
 * The end of a stream from a version on, see {@link pastOf}. What is known already is not read again; the rest takes a
 * request, or one for each megabyte.
 * @param known the end of the stream as far as it is known, the oldest first and without a gap.
 * @param from left out: nothing is needed.
 * @throws {UnreadableEvent} where one is missing.
 */
export async function loadPast<State, Command, Event extends EventBody>(
  reads: Reads,
  type: StreamType<State, Command, Event>,
  id: string,
  known: readonly Passed<State, Event>[],
  from: number | undefined,
): Promise<Past<State, Event>> {
  let passed = known;
  if (from !== undefined && known.length > 0)
    for (;;) {
      // the state before the first one is needed too
      const begin = Math.max(1, firstNeeded(type, passed, from) - 1);
      const oldest = passed[0]?.version ?? 1;
      if (oldest <= begin) break;
      passed = [...(await readAll(reads, type, id, begin, oldest - 1)), ...passed];
    }
  return pastOf(type, passed, from);
}

async function readAll<State, Command, Event extends EventBody>(
  reads: Reads,
  type: StreamType<State, Command, Event>,
  id: string,
  begin: number,
  to: number,
): Promise<Passed<State, Event>[]> {
  const read: Passed<State, Event>[] = [];
  for (let from = begin; from <= to;) {
    const { items } = await reads.query(id, { from, to, limit: to - from + 1 });
    const events = await readItems(reads, type, items);
    const gap = events.findIndex(({ version }, index) => version !== from + index);
    if (events.length === 0 || gap !== -1) throw new UnreadableEvent(id, from + Math.max(gap, 0));
    read.push(...events);
    from += events.length;
  }
  return read;
}
