import type { Attempt } from './attempt.js';
import { VersionConflict } from './errors.js';
import { verdictOn } from './failure.js';
import { itemOf } from './item.js';
import type { Item } from './item.js';
import { findOwn, loadWindow } from './load.js';
import { readItems } from './read-items.js';
import { backOff, retried } from './retry.js';
import type { RawItem, Store } from './store.js';
import type { EventBody, Meta, Recorded, Recording, StreamType } from './types.js';
import { joined, withNewest } from './window.js';
import type { End, Window } from './window.js';

/** So often others may be faster in a row. */
const mostConflicts = 50;

/**
 * Decides a command on the newest state and appends its event, unless the same interaction has caused one already. Goes on
 * until it is known whether that was recorded.
 * @param end what is known of the end of the stream; kept up to date.
 * @throws what `decide` throws, {NotRecorded}, {VersionConflict}: certainly nothing was recorded.
 */
export async function append<State extends object, Command, Event extends EventBody>(
  store: Store,
  type: StreamType<State, Command, Event>,
  id: string,
  command: Command,
  meta: Meta,
  attempt: Attempt,
  end: End<State, Event>,
): Promise<Recording<State, Event>> {
  const load = () => loadWindow(store, type, id, (failure) => attempt.goingOn(failure));
  for (let conflicts = 0; conflicts < mostConflicts; conflicts++) {
    const window = (end.window ??= await load());
    const own = await findOwn(store, type, id, meta, window, attempt);
    if (own !== undefined) return recordingOf(own, true);

    const { recorded, item } = decided(type, id, command, meta, window.recent[0]);
    const standing = await put(store, item, attempt);
    if (standing === 'none') return appended(end, window, recorded, false);

    const [winner] = await readItems(store, type, [standing]);
    if (winner === undefined) throw new Error('an item was read and is gone');
    // an earlier try of ours had landed and only its answer was lost, or another process was given the same interaction
    if (winner.eventId === meta.eventId) return appended(end, window, winner, winner.hash !== recorded.hash);
    // ours can never land at this version any more
    attempt.certainlyNot();
    // At first the winner is all that is new. When it happens again at once, there may be many.
    end.window = conflicts === 0 ? withNewest(window, winner, Date.now()) : joined(await load(), window);
    await backOff(Math.min(conflicts + 1, 4));
  }
  throw new VersionConflict(id, mostConflicts);
}

function appended<State, Event>(
  end: End<State, Event>,
  before: Window<State, Event>,
  recorded: Recorded<State, Event>,
  duplicate: boolean,
): Recording<State, Event> {
  end.window = withNewest(before, recorded, Date.now());
  return recordingOf(end.window.recent, duplicate);
}

/** @param recent the newest first; never empty. */
function recordingOf<State, Event>(
  recent: Recorded<State, Event>[],
  duplicate: boolean,
): Recording<State, Event> {
  const [recorded] = recent;
  if (recorded === undefined) throw new Error('a recording is of at least one event');
  return { outcome: 'recorded', recorded, recent, duplicate };
}

function decided<State extends object, Command, Event extends EventBody>(
  type: StreamType<State, Command, Event>,
  id: string,
  command: Command,
  { eventId, by, command: interaction, subject }: Meta,
  latest: Recorded<State, Event> | undefined,
): { recorded: Recorded<State, Event>; item: Item } {
  const event = type.decide(latest?.state, command);
  const unchained = {
    id,
    version: (latest?.version ?? 0) + 1,
    eventId,
    // a clock that is behind does not turn the order of a stream around
    at: new Date(Math.max(Date.now(), latest === undefined ? 0 : Date.parse(latest.at))).toISOString(),
    by,
    command: interaction,
    subject,
    event,
    state: type.evolve(latest?.state, event),
    schema: type.schema,
  };
  const item = itemOf(unchained, latest?.hash ?? '');
  return { recorded: { ...unchained, hash: item.Hash }, item };
}

/**
 * Writes an item, and tries on until it is written or another item stands in its place.
 * @returns what stands there: another's event, or our own from an earlier try.
 * @throws {NotRecorded} where the attempt was called off and nothing is in doubt.
 */
async function put(store: Store, item: Item, attempt: Attempt): Promise<RawItem | 'none'> {
  for (let tries = 1; ; tries++) {
    const doubted = attempt.inDoubtSince !== undefined;
    attempt.sending();
    try {
      const result = await store.put(item);
      if (result === 'written') return 'none';
      return result.standing ?? (await standingAt(store, item, attempt));
    } catch (error) {
      if (!doubted && verdictOn(error) !== 'unknown') attempt.certainlyNot();
      attempt.goingOn(error);
    }
    await backOff(tries);
  }
}

/** What stands in an item's place, read where the store did not tell. */
function standingAt(store: Store, { Id, Version }: Item, attempt: Attempt): Promise<RawItem> {
  return retried(
    async () => {
      const standing = await store.get(Id, Version);
      if (standing === undefined) throw new Error('an item stood in the way and is not there');
      return standing;
    },
    (failure) => attempt.goingOn(failure),
  );
}
