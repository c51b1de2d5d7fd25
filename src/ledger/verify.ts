import { isDeepStrictEqual } from 'node:util';
import { StoreUnavailable, StreamNotFound } from './errors.js';
import { asStored, hashOf, itemSchema } from './item.js';
import { loadPast } from './load-past.js';
import type { Passed } from './past.js';
import { readEvent, stretch } from './read-items.js';
import type { RawItem, Reads } from './store.js';
import type { EventBody, Past, StreamType } from './types.js';

/** A hash, or its first characters, that was made known outside the ledger. */
export interface Published {
  version: number;
  hash: string;
}

/**
 * `missing`: there is no event of this version. `unreadable`: it is not of a form that the ledger writes. `hash`: it is not
 * the event that was written, or not after the one before it. `state`: the rules do not give its state.
 */
export type Wrong = 'missing' | 'unreadable' | 'hash' | 'state';

/** The first version that is wrong. */
export interface Fault {
  version: number;
  wrong: Wrong;
  /** Why it is unreadable. */
  cause?: unknown;
}

/** What became of a hash that was made known. */
export interface Traced extends Published {
  /**
   * `held`: the event of that version has it. `changed`: that event has another one. `gone`: the stream ends before.
   * `unknown`: the stream is wrong at that version or before it.
   */
  found: 'held' | 'changed' | 'gone' | 'unknown';
}

export interface Verification {
  /** The stream is whole and unaltered, and holds every hash that was made known. */
  ok: boolean;
  /** So many of its versions are whole and unaltered, from the first on; where there is no fault, all. */
  versions: number;
  /** Of the last of those, '' where there are none. */
  hash: string;
  fault?: Fault;
  /** In the order in which they were given. */
  published: Traced[];
}

export interface VerifyOptions {
  /** By these a tail that was cut off is found, and a stream that was written anew. */
  published?: readonly Published[];
  /** Told of how many more events have been looked at. */
  onLooked?: (events: number) => void;
}

/**
 * Reads a stream from its beginning and checks that it is whole and unaltered: versions without a gap, the chain of hashes,
 * and that its events give the state that each of them holds. Looks no further than the first version that is wrong.
 * @throws {StreamNotFound}
 */
export async function verify<State extends object, Command, Event extends EventBody>(
  reads: Reads,
  type: StreamType<State, Command, Event>,
  id: string,
  { published = [], onLooked }: VerifyOptions = {},
): Promise<Verification> {
  const wanted = new Set(published.map(({ version }) => version));
  const hashes = new Map<number, string>();
  const verification = ({ version: versions, hash }: Checked<State>, fault?: Fault): Verification => {
    const traced = published.map((one) => ({ ...one, found: trace(one, hashes, fault) }));
    const ok = fault === undefined && traced.every(({ found }) => found === 'held');
    return { ok, versions, hash, ...(fault && { fault }), published: traced };
  };
  let last: Checked<State> = { version: 0, hash: '', state: undefined };
  let passed: Passed<State, Event>[] = [];
  for (;;) {
    const { items, more } = await reads.query(id, { from: last.version + 1, limit: stretch });
    if (items.length === 0 && last.version === 0) throw new StreamNotFound(id);
    for (const raw of items) {
      const past = (event: Event) => loadPast(reads, type, id, passed, type.reachesBack?.event(event));
      const checked = await check(type, raw, last, past);
      if ('wrong' in checked) return verification(last, checked);
      passed.push(checked);
      last = checked;
      if (wanted.has(last.version)) hashes.set(last.version, last.hash);
    }
    // what reaches further back is read again
    passed = passed.slice(-stretch);
    onLooked?.(items.length);
    if (!more) return verification(last);
  }
}

function trace(
  { version, hash }: Published,
  hashes: ReadonlyMap<number, string>,
  fault: Fault | undefined,
): Traced['found'] {
  const found = hashes.get(version);
  if (found !== undefined) return found.startsWith(hash) ? 'held' : 'changed';
  return fault === undefined ? 'gone' : 'unknown';
}

interface Checked<State> {
  version: number;
  hash: string;
  state: State | undefined;
}

async function check<State extends object, Command, Event extends EventBody>(
  type: StreamType<State, Command, Event>,
  raw: RawItem,
  last: Checked<State>,
  past: (event: Event) => Promise<Past<State, Event>>,
): Promise<(Passed<State, Event> & { hash: string }) | Fault> {
  const version = last.version + 1;
  if (raw.Version !== version) return { version, wrong: 'missing' };
  try {
    if (raw.Hash !== hashOf(raw, last.hash)) return { version, wrong: 'hash' };
    const item = itemSchema.parse(raw);
    const event = readEvent(type, item);
    const state = type.evolve(last.state, event, await past(event));
    // a state of an older form is not used, so it is not judged
    if (item.Schema === type.schema) {
      if (!isDeepStrictEqual(asStored(state), item.State)) return { version, wrong: 'state' };
      type.readState(item.State);
    }
    return { version, hash: item.Hash, event, state };
  } catch (cause) {
    if (cause instanceof StoreUnavailable) throw cause;
    return { version, wrong: 'unreadable', cause };
  }
}
