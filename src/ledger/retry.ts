import { setTimeout as sleep } from 'node:timers/promises';
import { StoreUnavailable } from './errors.js';
import { verdictOn } from './failure.js';
import type { Reads } from './store.js';

/** Told of a failure, and of when the first try was made (milliseconds since 1970); throws where it is enough. */
type Judge = (failure: unknown, begun: number) => void;

/** How long a reader waits for a store that does not answer, and for one that turns everything away. Milliseconds. */
const patience = 8_000;
const shortPatience = 1_500;

/** Waits longer from try to try, up to two seconds, and never as long as others do: full jitter. @param tries from 1. */
export async function backOff(tries: number): Promise<void> {
  await sleep(Math.random() * Math.min(2_000, 10 * 2 ** Math.min(tries, 12)));
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
export function patiently(failure: unknown, begun: number): void {
  if (isEnough(failure, begun))
    throw new StoreUnavailable('the store does not answer as it should', { cause: failure });
}

/** Whether no further try is worth making. @param begun when the first was made: milliseconds since 1970. */
export function isEnough(failure: unknown, begun: number): boolean {
  const verdict = verdictOn(failure);
  const enough = begun + (verdict === 'not-written' ? shortPatience : patience);
  return Date.now() > enough || verdict === 'refused';
}

/** Tries for as long as `judge` lets it. */
export async function retried<T>(send: () => Promise<T>, judge: Judge): Promise<T> {
  const begun = Date.now();
  for (let tries = 1; ; tries++) {
    try {
      return await send();
    } catch (error) {
      judge(error, begun);
    }
    await backOff(tries);
  }
}
