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
 * the event that was written, or not after the one before it. `state`: the rules do not give its state. `published`: its hash
 * is not the one that was made known.
 */
export type Wrong = 'missing' | 'unreadable' | 'hash' | 'state' | 'published';

export type Verification =
  | { ok: true; versions: number; hash: string }
  /** The first version that is wrong. */
  | ({ ok: false; version: number } & Fault);

interface Fault {
  wrong: Wrong;
  /** Why it is unreadable. */
  cause?: unknown;
}

/**
 * Reads a stream from its beginning and checks that it is whole and unaltered: versions without a gap, the chain of hashes,
 * and that its events give the state that each of them holds.
 * @throws {StreamNotFound}
 */
export async function verify<State extends object, Command, Event extends EventBody>(
  reads: Reads,
  type: StreamType<State, Command, Event>,
  id: string,
  published?: Published,
): Promise<Verification> {
  let last: Checked<State> = { version: 0, hash: '', state: undefined };
  let passed: Passed<State, Event>[] = [];
  for (;;) {
    const { items, more } = await reads.query(id, { from: last.version + 1, limit: stretch });
    if (items.length === 0 && last.version === 0) throw new StreamNotFound(id);
    for (const raw of items) {
      const past = (event: Event) => loadPast(reads, type, id, passed, type.reachesBack?.event(event));
      const checked = await check(type, raw, last, past, published);
      if ('wrong' in checked) return { ok: false, version: last.version + 1, ...checked };
      passed.push(checked);
      last = checked;
    }
    // what reaches further back is read again
    passed = passed.slice(-stretch);
    if (!more) break;
  }
  const { version, hash } = last;
  if (published !== undefined && published.version > version)
    return { ok: false, version: version + 1, wrong: 'missing' };
  return { ok: true, versions: version, hash };
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
  published: Published | undefined,
): Promise<(Passed<State, Event> & { hash: string }) | Fault> {
  const version = last.version + 1;
  if (raw.Version !== version) return { wrong: 'missing' };
  try {
    if (raw.Hash !== hashOf(raw, last.hash)) return { wrong: 'hash' };
    const item = itemSchema.parse(raw);
    if (published?.version === version && !item.Hash.startsWith(published.hash))
      return { wrong: 'published' };
    const event = readEvent(type, item);
    const state = type.evolve(last.state, event, await past(event));
    // a state of an older form is not used, so it is not judged
    if (item.Schema === type.schema) {
      if (!isDeepStrictEqual(asStored(state), item.State)) return { wrong: 'state' };
      type.readState(item.State);
    }
    return { version, hash: item.Hash, event, state };
  } catch (cause) {
    if (cause instanceof StoreUnavailable) throw cause;
    return { wrong: 'unreadable', cause };
  }
}
