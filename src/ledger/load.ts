import { readItem, readItems } from './read-items.js';
import type { Reads } from './store.js';
import type { EventBody, Meta, Recorded, StreamType } from './types.js';
import { reachesBack, recentLength, windowOf } from './window.js';
import type { Known, Window } from './window.js';

/** So many events are read at once where the last few do not reach back far enough. */
const furtherBack = 50;

/** The end of a stream, in one request. */
export async function loadWindow<State, Command, Event extends EventBody>(
  reads: Reads,
  type: StreamType<State, Command, Event>,
  id: string,
): Promise<Window<State, Event>> {
  const asOf = performance.now();
  return windowOf(await lastUpTo(reads, type, id), asOf);
}

/** The event that this interaction caused already, with those before it, the newest first; if it caused one. */
export async function findOwn<State, Command, Event extends EventBody>(
  reads: Reads,
  type: StreamType<State, Command, Event>,
  id: string,
  meta: Meta,
  window: Window<State, Event>,
): Promise<Recorded<State, Event>[] | undefined> {
  const version = await findVersion(reads, id, meta, window.known);
  if (version === undefined) return undefined;
  const recent = window.recent.filter((one) => one.version <= version);
  const whole = recent.length === recentLength || recent.at(-1)?.version === 1;
  return whole ? recent : lastUpTo(reads, type, id, version);
}

async function findVersion(
  reads: Reads,
  id: string,
  { eventId, madeAt }: Meta,
  known: Known[],
): Promise<number | undefined> {
  for (let stretch = known; ;) {
    const own = stretch.find((one) => one.eventId === eventId);
    if (own !== undefined) return own.version;
    if (reachesBack(stretch, madeAt)) return undefined;
    const from = (stretch.at(-1)?.version ?? 1) - 1;
    const { items } = await reads.query(id, { newestFirst: true, from, limit: furtherBack });
    stretch = items
      .map(readItem)
      .map(({ EventId, Version, At }) => ({ eventId: EventId, version: Version, at: Date.parse(At) }));
  }
}

/** The events up to a version (left out: the newest), the newest first, as many as an answer shows. */
async function lastUpTo<State, Command, Event extends EventBody>(
  reads: Reads,
  type: StreamType<State, Command, Event>,
  id: string,
  version?: number,
): Promise<Recorded<State, Event>[]> {
  const range = { newestFirst: true, limit: recentLength, ...(version !== undefined && { from: version }) };
  const { items } = await reads.query(id, range);
  return readItems(reads, type, items);
}
