import { setTimeout as sleep } from 'node:timers/promises';
import { StoreUnavailable } from './errors.js';
import { verdictOn } from './failure.js';
import type { Reads } from './store.js';

/** How long something has been tried. Milliseconds. */
export interface Tried {
  /** Since the first try began. */
  all: number;
  /** Since the first of the last tries that the store turned away one after the other; 0 where it was none, or the first. */
  turnedAway: number;
}

/** Told of a failure, and how long it has been tried; throws where it is enough. */
type Judge = (failure: unknown, tried: Tried) => void;

/** What tells the time, and waits. Milliseconds. */
export interface Clock {
  now(): number;
  sleep(milliseconds: number): Promise<unknown>;
}

/** How long a store that does not answer is tried again. Milliseconds. */
const silenceMs = 8_000;
/** How long a store that turns everything away is tried again. Milliseconds. */
export const turnedAwayMs = 1_500;

const machine: Clock = { now: () => performance.now(), sleep: (milliseconds) => sleep(milliseconds) };

/** Waits longer from try to try, up to two seconds, and never as long as others do: full jitter. @param tries from 1. */
export async function backOff(tries: number, clock = machine): Promise<void> {
  await clock.sleep(Math.random() * Math.min(2_000, 10 * 2 ** Math.min(tries, 12)));
}

/** Reads that are tried again for as long as `judge` lets them. */
export function persistent(reads: Reads, judge: Judge): Reads {
  return {
    get: (id, version) => retried(() => reads.get(id, version), judge),
    query: (id, range) => retried(() => reads.query(id, range), judge),
    scan: (after) => retried(() => reads.scan(after), judge),
  };
}

/** Lets a reader go on for a while, and not at all where the store says that the request is wrong. @throws {StoreUnavailable} */
export function patiently(failure: unknown, tried: Tried): void {
  if (isEnough(failure, tried))
    throw new StoreUnavailable('the store does not answer as it should', { cause: failure });
}

/** Whether no further try is worth making. */
export function isEnough(failure: unknown, { all, turnedAway }: Tried): boolean {
  return verdictOn(failure) === 'refused' || all > silenceMs || turnedAway > turnedAwayMs;
}

/** Tries for as long as `judge` lets it. */
export async function retried<T>(send: () => Promise<T>, judge: Judge, clock = machine): Promise<T> {
  const begun = clock.now();
  let turnedAwaySince: number | undefined;
  for (let tries = 1; ; tries++) {
    try {
      return await send();
    } catch (error) {
      const now = clock.now();
      turnedAwaySince = verdictOn(error) === 'not-written' ? (turnedAwaySince ?? now) : undefined;
      judge(error, { all: now - begun, turnedAway: now - (turnedAwaySince ?? now) });
    }
    await backOff(tries, clock);
  }
}
