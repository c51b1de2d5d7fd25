import type { Attempt } from './attempt.js';
import { VersionConflict } from './errors.js';
import { verdictOn } from './failure.js';
import { itemOf } from './item.js';
import type { Item } from './item.js';
import type { LedgerMeter } from './meter.js';
import { loadPast } from './load-past.js';
import { findOwn, loadWindow } from './load.js';
import { readItems, recordedOf } from './read-items.js';
import { backOff, persistent } from './retry.js';
import type { RawItem, Reads, Store } from './store.js';
import type { EventBody, Meta, Recorded, Recording, StreamType } from './types.js';
import { joined, windowOf } from './window.js';
import type { Window } from './window.js';

/** One command to one stream. */
export interface Task<State, Command, Event extends EventBody> {
  type: StreamType<State, Command, Event>;
  id: string;
  command: Command;
  meta: Meta;
  attempt: Attempt;
  /** What is known of the end of the stream; kept up to date. */
  end: { window: Window<State, Event> | undefined };
  meter: LedgerMeter;
}

/** So often others may be faster. */
const mostConflicts = 50;

/**
 * Decides a command on the newest state and appends its event, unless the same interaction has caused one already. Goes on
 * until it is known whether that was recorded.
 * @throws what `decide` throws, {NotRecorded}, {VersionConflict}, {UnreadableEvent}: certainly nothing was recorded.
 * @throws {NotKnown} when the attempt was abandoned before.
 */
export async function append<State extends object, Command, Event extends EventBody>(
  store: Store,
  { type, id, command, meta, attempt, end, meter }: Task<State, Command, Event>,
): Promise<Recording<State, Event>> {
  const reads = persistent(store, (failure) => attempt.goingOn(failure));
  let mustRead = false;
  for (let tries = 1; tries <= mostConflicts; tries++) {
    attempt.check();
    let window = mustRead ? undefined : end.window;
    const isRemembered = window !== undefined;
    if (tries === 1) meter.remembered(isRemembered);
    window ??= joined(await loadWindow(reads, type, id), end.window);
    end.window = window;
    const own = await findOwn(reads, type, id, meta, window);
    if (own.recent !== undefined) return recordingOf(own.recent, true);
    // what was looked up once is not looked up again
    window = { ...window, known: own.known };
    end.window = joined(window, end.window);

    let next: Next<State, Event>;
    try {
      next = await decided(reads, type, id, command, meta, window.recent);
    } catch (refusal) {
      if (!isRemembered) throw refusal;
      // what is remembered may be old when other processes write too, and a refusal has to hold for the newest state
      mustRead = true;
      continue;
    }
    const sent = performance.now();
    const standing = await put(store, reads, next.item, attempt);
    const [newest = next.recorded] = standing === undefined ? [] : await readItems(reads, type, [standing]);
    // more may have followed on what stands in our way
    const seen = joined(windowOf([newest], standing === undefined ? sent : -Infinity), window);
    end.window = joined(seen, end.window);
    // what stands in our way is ours if an earlier try had landed, or another process was given the same interaction
    if (newest.eventId === meta.eventId) {
      if (standing !== undefined) meter.recovered();
      return recordingOf(seen.recent, newest.hash !== next.recorded.hash);
    }

    // ours can never land at this version any more
    attempt.certainlyNot();
    meter.conflict();
    // at first what won is all that is new; when it happens again at once, there may be more
    mustRead = tries > 1;
    await backOff(Math.min(2 * tries, 6));
  }
  throw new VersionConflict(id, mostConflicts);
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

interface Next<State, Event> {
  item: Item;
  /** As it will be read from the item. */
  recorded: Recorded<State, Event>;
}

/** The next event of a stream. It throws where that could not be read again, so that no such event is written. */
async function decided<State extends object, Command, Event extends EventBody>(
  reads: Reads,
  type: StreamType<State, Command, Event>,
  id: string,
  command: Command,
  { eventId, by, command: interaction, subject }: Meta,
  recent: readonly Recorded<State, Event>[],
): Promise<Next<State, Event>> {
  const [latest] = recent;
  const from = type.reachesBack?.command(command, latest?.version ?? 0);
  const past = await loadPast(reads, type, id, recent.toReversed(), from);
  const event = type.decide(latest?.state, command, past);
  const content = {
    id,
    version: (latest?.version ?? 0) + 1,
    eventId,
    // a clock that is behind does not turn the order of a stream around
    at: new Date(Math.max(Date.now(), latest === undefined ? 0 : Date.parse(latest.at))).toISOString(),
    by,
    command: interaction,
    subject,
    event,
    state: type.evolve(latest?.state, event, past),
    schema: type.schema,
  };
  const item = itemOf(content, latest?.hash ?? '');
  return { item, recorded: recordedOf(type, item) };
}

/**
 * Writes an item, and tries on until it is written or another item stands in its place.
 * @returns what stands in its place: another's event, or our own from an earlier try.
 * @throws {NotRecorded} where the attempt was called off and nothing is in doubt. @throws {NotKnown}
 */
async function put(store: Store, reads: Reads, item: Item, attempt: Attempt): Promise<RawItem | undefined> {
  for (let tries = 1; ; tries++) {
    const doubted = attempt.inDoubtSince !== undefined;
    attempt.sending();
    const result = await store.put(item).catch((failure: unknown) => {
      if (!doubted && verdictOn(failure) !== 'unknown') attempt.certainlyNot();
      attempt.goingOn(failure);
    });
    if (result === 'written') return undefined;
    const standing = result?.standing ?? (result && (await reads.get(item.Id, item.Version)));
    if (standing !== undefined) return standing;
    await backOff(tries);
  }
}
