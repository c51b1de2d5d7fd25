import { NotThatFar, StreamNotFound } from './errors.js';
import { readItems, readItem } from './read-items.js';
import type { Store } from './store.js';
import type { EventBody, Recorded, StreamType } from './types.js';

/** Which events of a stream; `from` is where reading begins, whichever way it goes. */
export interface ReadRange {
  from?: number;
  to?: number;
  /** Events on a page, 100 if left out. */
  limit?: number;
  newestFirst?: boolean;
}

export interface Page<State, Event> {
  events: Recorded<State, Event>[];
  /** The version to go on from; absent where there is nothing more. */
  next?: number;
}

const usualLimit = 100;

/** One page of a stream: one request, however long the stream is. A stream that does not exist has none. */
export async function readPage<State, Command, Event extends EventBody>(
  store: Store,
  type: StreamType<State, Command, Event>,
  id: string,
  { limit = usualLimit, ...range }: ReadRange,
): Promise<Page<State, Event>> {
  const { items, more } = await store.query(id, { ...range, limit });
  const events = await readItems(store, type, items);
  const last = events.at(-1)?.version;
  const next = last === undefined ? undefined : range.newestFirst ? last - 1 : last + 1;
  const end = range.to ?? (range.newestFirst ? 1 : Number.MAX_SAFE_INTEGER);
  const goesOn = more && next !== undefined && (range.newestFirst ? next >= end : next <= end);
  return { events, ...(goesOn && { next }) };
}

/** @throws {StreamNotFound} */
export async function latestVersion(store: Store, id: string): Promise<number> {
  const { items } = await store.query(id, { newestFirst: true, limit: 1 });
  const [latest] = items;
  if (latest === undefined) throw new StreamNotFound(id);
  return readItem(latest).Version;
}

/**
 * The last event up to a version or a time.
 * @throws {StreamNotFound} @throws {NotThatFar} when the stream had not begun then, or has not come to that version.
 */
export async function projectAt<State, Command, Event extends EventBody>(
  store: Store,
  type: StreamType<State, Command, Event>,
  id: string,
  at: number | Date,
): Promise<Recorded<State, Event>> {
  const latest = await latestVersion(store, id);
  const version = at instanceof Date ? await lastBy(store, id, at.getTime(), latest) : at;
  const item = version >= 1 && version <= latest ? await store.get(id, version) : undefined;
  const [recorded] = item === undefined ? [] : await readItems(store, type, [item]);
  if (recorded === undefined) throw new NotThatFar(id, at);
  return recorded;
}

/** The last version that was there at a time, 0 for none. Times never go backwards in a stream, so halving finds it. */
async function lastBy(store: Store, id: string, time: number, latest: number): Promise<number> {
  let [low, high] = [0, latest];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const item = await store.get(id, middle);
    if (item !== undefined && Date.parse(readItem(item).At) <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}
