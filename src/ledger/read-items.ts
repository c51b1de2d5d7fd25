import { UnreadableEvent } from './errors.js';
import { itemSchema } from './item.js';
import type { Item } from './item.js';
import { pastOf } from './past.js';
import type { Passed } from './past.js';
import type { RawItem, Reads } from './store.js';
import type { EventBody, Recorded, StreamType } from './types.js';

/** How many events are read at once where a stream is read to its end. */
export const stretch = 100;

/**
 * Stored items as events with their states, in the same order. Where a state is of an older form, the stream is folded
 * again from its beginning.
 * @param items of one stream.
 * @throws {UnreadableEvent} naming the first that can't be read.
 */
export async function readItems<State, Command, Event extends EventBody>(
  reads: Reads,
  type: StreamType<State, Command, Event>,
  items: RawItem[],
): Promise<Recorded<State, Event>[]> {
  const read = items.map(readItem);
  const old = read.filter((item) => item.Schema < type.schema);
  const folded = old.length === 0 ? undefined : await foldedStates(reads, type, old);
  return read.map((item) => recordedOf(type, item, folded?.get(item.Version)));
}

/** @throws {UnreadableEvent} */
export function readItem(raw: RawItem): Item {
  return orUnreadable(String(raw.Id), Number(raw.Version), () => itemSchema.parse(raw));
}

/** @param folded the state after it, where the stored one is of an older form. @throws {UnreadableEvent} */
export function recordedOf<State, Command, Event extends EventBody>(
  type: StreamType<State, Command, Event>,
  item: Item,
  folded?: { state: State },
): Recorded<State, Event> {
  return orUnreadable(item.Id, item.Version, () => ({
    id: item.Id,
    version: item.Version,
    eventId: item.EventId,
    at: item.At,
    by: item.By,
    command: item.Command,
    subject: item.Character,
    event: readEvent(type, item),
    state: folded === undefined ? type.readState(item.State) : folded.state,
    schema: item.Schema,
    hash: item.Hash,
  }));
}

/** @throws what the type throws, and where the event is of a newer form than the type knows. */
export function readEvent<State, Command, Event extends EventBody>(
  type: StreamType<State, Command, Event>,
  { Type, Details, Change, Note, Rules, Schema }: Item,
): Event {
  if (Schema > type.schema)
    throw new Error(`its form is ${Schema}, this program knows none above ${type.schema}`);
  const body = {
    type: Type,
    details: Details,
    ...(Change !== undefined && { change: Change }),
    ...(Note !== undefined && { note: Note }),
    ...(Rules !== undefined && { rules: Rules }),
  };
  return type.readEvent(body, Schema);
}

/** The states after these items, by version, folded from version 1 on. */
async function foldedStates<State, Command, Event extends EventBody>(
  reads: Reads,
  type: StreamType<State, Command, Event>,
  wanted: Item[],
): Promise<Map<number, { state: State }>> {
  const versions = new Set(wanted.map((item) => item.Version));
  const last = Math.max(...versions);
  const id = wanted[0]?.Id ?? '';
  const states = new Map<number, { state: State }>();
  const passed: Passed<State, Event>[] = [];
  for (let from = 1; from <= last;) {
    const { items } = await reads.query(id, { from, to: last, limit: stretch });
    if (items.length === 0) throw new UnreadableEvent(id, from);
    for (const item of items.map(readItem)) {
      const event = orUnreadable(id, item.Version, () => readEvent(type, item));
      const state = orUnreadable(id, item.Version, () =>
        type.evolve(passed.at(-1)?.state, event, pastOf(type, passed, type.reachesBack?.event(event))),
      );
      if (versions.has(item.Version)) states.set(item.Version, { state });
      passed.push({ version: item.Version, event, state });
      from = item.Version + 1;
    }
  }
  return states;
}

function orUnreadable<T>(id: string, version: number, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new UnreadableEvent(id, version, { cause });
  }
}
