import type { Recorded } from './types.js';

/** What a process knows of the end of a stream. */
export interface Window<State, Event> {
  /** The newest first, up to five, without a gap. */
  recent: Recorded<State, Event>[];
  /**
   * The events that are known, the newest first and without a gap, as far back as an interaction that is still on its way
   * may have caused one of them.
   */
  known: { eventId: string; version: number; at: number }[];
  /** When this was known to be the end. Milliseconds since 1970. */
  asOf: number;
}

/** The end of a stream, as far as this process knows it. */
export interface End<State, Event> {
  window: Window<State, Event> | undefined;
}

/** As many events as an answer shows, and a cold command reads. */
export const recentLength = 5;
/** By how much the clocks of processes and Discord's may differ. Milliseconds. */
const clockSkew = 60_000;
/** For so long an interaction may still be delivered again. Milliseconds. */
const delivery = 60_000;
/** So many events are known at the most. */
const mostKnown = 2_000;

/** @param recent the newest first; all there is, when there are fewer than were asked for. */
export function windowOf<State, Event>(recent: Recorded<State, Event>[], asOf: number): Window<State, Event> {
  return { recent: recent.slice(0, recentLength), known: recent.map(knownOf), asOf };
}

/** What was read just now, with what was known before for as far as the two join. */
export function joined<State, Event>(
  read: Window<State, Event>,
  before: Window<State, Event> | undefined,
): Window<State, Event> {
  const oldest = read.known.at(-1)?.version ?? 0;
  const newestBefore = before?.known[0]?.version ?? 0;
  if (before === undefined || newestBefore < oldest - 1) return read;
  return { ...read, known: [...read.known, ...before.known.filter(({ version }) => version < oldest)] };
}

/** The window after one more event, which is the newest now. */
export function withNewest<State, Event>(
  window: Window<State, Event>,
  newest: Recorded<State, Event>,
  asOf: number,
): Window<State, Event> {
  const known = [knownOf(newest), ...window.known];
  const beyond = known.findIndex(
    ({ at }, index) => index >= recentLength && at < asOf - clockSkew - delivery,
  );
  return {
    recent: [newest, ...window.recent].slice(0, recentLength),
    known: known.slice(0, beyond === -1 ? mostKnown : Math.min(beyond + 1, mostKnown)),
    asOf,
  };
}

/** Whether all events are known that something made at this time may have caused: what it causes can't be older. */
export function reachesBack(known: Window<unknown, unknown>['known'], madeAt: number): boolean {
  const oldest = known.at(-1);
  return oldest === undefined || oldest.version === 1 || oldest.at < madeAt - clockSkew;
}

export function knownOf({ eventId, version, at }: Recorded<unknown, unknown>) {
  return { eventId, version, at: Date.parse(at) };
}
