import { readItem, readItems } from './read-items.js';
import type { Reads } from './store.js';
import type { EventBody, Meta, Recorded, StreamType } from './types.js';
import { ownAmong, reachesBack, recentLength, windowOf } from './window.js';
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

/** What was found of an interaction. */
export interface Own<State, Event> {
  /** The event that it caused already, with those before it, the newest first; absent where it caused none. */
  recent?: Recorded<State, Event>[];
  /** What is known of the end by now: at least as far back as the interaction can have caused something. */
  known: Known[];
}

/** Looks for the event that this interaction caused already. */
export async function findOwn<State, Command, Event extends EventBody>(
  reads: Reads,
  type: StreamType<State, Command, Event>,
  id: string,
  meta: Meta,
  window: Window<State, Event>,
): Promise<Own<State, Event>> {
  const { version, known } = await findVersion(reads, id, meta, window.known);
  if (version === undefined) return { known };
  const recent = window.recent.filter((one) => one.version <= version);
  const whole = recent.length === recentLength || recent.at(-1)?.version === 1;
  return { known, recent: whole ? recent : await lastUpTo(reads, type, id, version) };
}

async function findVersion(
  reads: Reads,
  id: string,
  meta: Meta,
  known: Known[],
): Promise<{ version?: number; known: Known[] }> {
  let all = known;
  for (let stretch = known; ;) {
    const own = ownAmong(stretch, meta);
    if (own !== undefined) return { version: own.version, known: all };
    if (reachesBack(stretch, meta.madeAt)) return { known: all };
    const from = (stretch.at(-1)?.version ?? 1) - 1;
    const { items } = await reads.query(id, { newestFirst: true, from, limit: furtherBack });
    stretch = items
      .map(readItem)
      .map(({ EventId, Version, At }) => ({ eventId: EventId, version: Version, at: Date.parse(At) }));
    all = [...all, ...stretch];
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
