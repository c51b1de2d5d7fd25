import type { Attempt } from './attempt.js';
import { readItem, readItems } from './read-items.js';
import { retried } from './retry.js';
import type { Store } from './store.js';
import type { EventBody, Meta, Recorded, StreamType } from './types.js';
import { reachesBack, recentLength, windowOf } from './window.js';
import type { Window } from './window.js';

/** So many events are read at once where the last few do not reach back far enough. */
const furtherBack = 50;

/** The end of a stream, read from the store. */
export async function loadWindow<State, Command, Event extends EventBody>(
  store: Store,
  type: StreamType<State, Command, Event>,
  id: string,
  goingOn: (failure: unknown) => void,
): Promise<Window<State, Event>> {
  const asOf = Date.now();
  return windowOf(await lastUpTo(store, type, id, undefined, goingOn), asOf);
}

/** The events up to a version (left out: the newest), the newest first, as many as an answer shows. */
async function lastUpTo<State, Command, Event extends EventBody>(
  store: Store,
  type: StreamType<State, Command, Event>,
  id: string,
  version: number | undefined,
  goingOn: (failure: unknown) => void,
): Promise<Recorded<State, Event>[]> {
  return retried(async () => {
    const range = { newestFirst: true, limit: recentLength, ...(version !== undefined && { from: version }) };
    const { items } = await store.query(id, range);
    return readItems(store, type, items);
  }, goingOn);
}

/** The event that this interaction caused already, with those before it, if it caused one. */
export async function findOwn<State, Command, Event extends EventBody>(
  store: Store,
  type: StreamType<State, Command, Event>,
  id: string,
  { eventId, madeAt }: Meta,
  window: Window<State, Event>,
  attempt: Attempt,
): Promise<Recorded<State, Event>[] | undefined> {
  const goingOn = (failure: unknown) => attempt.goingOn(failure);
  const version = await findVersion(store, id, eventId, madeAt, window.known, goingOn);
  if (version === undefined) return undefined;
  const index = window.recent.findIndex((one) => one.version === version);
  const recent = index === -1 ? [] : window.recent.slice(index);
  const whole = recent.length === recentLength || recent.at(-1)?.version === 1;
  return whole ? recent : lastUpTo(store, type, id, version, goingOn);
}

async function findVersion(
  store: Store,
  id: string,
  eventId: string,
  madeAt: number,
  known: Window<unknown, unknown>['known'],
  goingOn: (failure: unknown) => void,
): Promise<number | undefined> {
  for (let stretch = known; ;) {
    const own = stretch.find((one) => one.eventId === eventId);
    if (own !== undefined) return own.version;
    if (reachesBack(stretch, madeAt)) return undefined;
    const from = (stretch.at(-1)?.version ?? 1) - 1;
    const { items } = await retried(
      () => store.query(id, { newestFirst: true, from, limit: furtherBack }),
      goingOn,
    );
    stretch = items
      .map(readItem)
      .map(({ EventId, Version, At }) => ({ eventId: EventId, version: Version, at: Date.parse(At) }));
  }
}
