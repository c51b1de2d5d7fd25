import type { Meta, Recorded } from './types.js';

/** What a process knows of the end of a stream. */
export interface Window<State, Event> {
  /** The newest first, up to five, without a gap. */
  recent: Recorded<State, Event>[];
  /**
   * The events that are known, the newest first and without a gap, as far back as an interaction that is still on its way
   * may have caused one of them.
   */
  known: Known[];
  /** When this was known to be the end, in milliseconds by `performance.now()`; -Infinity if it never was. */
  asOf: number;
}

export interface Known {
  eventId: string;
  version: number;
  /** Milliseconds since 1970. */
  at: number;
}

/** As many events as an answer shows, and a cold command reads. */
export const recentLength = 5;
/** By how much the clocks of processes and Discord's may differ. Milliseconds. */
const clockSkew = 60_000;
/** For so long an interaction may still be delivered again. Milliseconds. */
const delivery = 60_000;

/** @param recent the newest first, without a gap. */
export function windowOf<State, Event>(recent: Recorded<State, Event>[], asOf: number): Window<State, Event> {
  return { recent, known: recent.map(knownOf), asOf };
}

/** What was seen of the end, with what was known of it before: the newer, and behind it the other as far as they join. */
export function joined<State, Event>(
  seen: Window<State, Event>,
  before: Window<State, Event> | undefined,
): Window<State, Event> {
  if (before === undefined) return seen;
  const [newest, newestBefore] = [newestOf(seen), newestOf(before)];
  if (newest < newestBefore) return before;
  return {
    recent: joinedAt(seen.recent, before.recent).slice(0, recentLength),
    known: asNeeded(joinedAt(seen.known, before.known)),
    asOf: newest > newestBefore ? seen.asOf : Math.max(seen.asOf, before.asOf),
  };
}

/** The event that this interaction caused, if it is among these. */
export function ownAmong(known: Known[], { eventId, madeAt }: Meta): Known | undefined {
  for (const one of known) {
    if (one.eventId === eventId) return one;
    // what it causes can't be older
    if (one.at < madeAt - clockSkew) return undefined;
  }
  return undefined;
}

/** Whether all events are known that something made at this time may have caused. */
export function reachesBack(known: Known[], madeAt: number): boolean {
  const oldest = known.at(-1);
  return oldest === undefined || oldest.version === 1 || oldest.at < madeAt - clockSkew;
}

/**
 * Without those that no interaction on its way can have caused, but for the newest of them, which shows that the rest is
 * there: two minutes' worth, and a stream takes no more than some hundred events a second, each of which waits for the one
 * before.
 */
function asNeeded(known: Known[]): Known[] {
  const oldest = (known[0]?.at ?? 0) - clockSkew - delivery;
  let { length } = known;
  while (length > recentLength + 1 && (known[length - 2]?.at ?? Infinity) < oldest) length--;
  return length === known.length ? known : known.slice(0, length);
}

function knownOf({ eventId, version, at }: Recorded<unknown, unknown>): Known {
  return { eventId, version, at: Date.parse(at) };
}

function newestOf({ known }: Window<unknown, unknown>): number {
  return known[0]?.version ?? 0;
}

/** One stretch of a stream with another that lies before it, the newest first, if there is no gap between them. */
function joinedAt<T extends { version: number }>(newer: T[], older: T[]): T[] {
  const oldest = newer.at(-1)?.version ?? 0;
  const newestBefore = older[0]?.version ?? 0;
  if (newestBefore < oldest - 1) return newer;
  return [...newer, ...older.slice(newestBefore - oldest + 1)];
}
