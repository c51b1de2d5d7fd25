import { NotThatFar, StreamNotFound } from './errors.js';
import { readItem, readItems } from './read-items.js';
import type { Reads } from './store.js';
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

/** One page of a stream: one request, however long the stream is. @throws {StreamNotFound} */
export async function readPage<State, Command, Event extends EventBody>(
  reads: Reads,
  type: StreamType<State, Command, Event>,
  id: string,
  { limit = usualLimit, ...range }: ReadRange,
): Promise<Page<State, Event>> {
  // one more than is wanted tells whether there is a next page
  const { items, more } = await reads.query(id, { ...range, limit: limit + 1 });
  if (items.length === 0) await latestVersion(reads, id);
  const events = await readItems(reads, type, items.slice(0, limit));
  const last = events.at(-1)?.version;
  if (last === undefined || (items.length <= limit && !more)) return { events };
  return { events, next: range.newestFirst ? last - 1 : last + 1 };
}

/** @throws {StreamNotFound} */
export async function latestVersion(reads: Reads, id: string): Promise<number> {
  const { items } = await reads.query(id, { newestFirst: true, limit: 1 });
  const [latest] = items;
  if (latest === undefined) throw new StreamNotFound(id);
  return readItem(latest).Version;
}

/**
 * The last event up to a version or a time.
 * @throws {StreamNotFound} @throws {NotThatFar} when the stream had not begun then, or has not come to that version.
 */
export async function projectAt<State, Command, Event extends EventBody>(
  reads: Reads,
  type: StreamType<State, Command, Event>,
  id: string,
  at: number | Date,
): Promise<Recorded<State, Event>> {
  const version = at instanceof Date ? await lastBy(reads, id, at.getTime()) : at;
  const item = version >= 1 ? await reads.get(id, version) : undefined;
  if (item === undefined) await latestVersion(reads, id);
  const [recorded] = item === undefined ? [] : await readItems(reads, type, [item]);
  if (recorded === undefined) throw new NotThatFar(id, at);
  return recorded;
}

/** The last version that was there at a time, 0 for none. Times never go backwards in a stream, so halving finds it. */
async function lastBy(reads: Reads, id: string, time: number): Promise<number> {
  let [low, high] = [0, await latestVersion(reads, id)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const item = await reads.get(id, middle);
    if (item !== undefined && Date.parse(readItem(item).At) <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}
