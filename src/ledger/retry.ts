import { setTimeout as sleep } from 'node:timers/promises';
import { LedgerError, StoreUnavailable } from './errors.js';
import { verdictOn } from './failure.js';

/** Waits longer from try to try, up to two seconds, and never as long as others do: full jitter. @param tries from 1. */
export async function backOff(tries: number): Promise<void> {
  await sleep(Math.random() * Math.min(2_000, 10 * 2 ** Math.min(tries, 12)));
}

/**
 * Reads, and tries again for as long as it may go on.
 * @param goingOn told of each failure; throws where it is enough.
 */
export async function retried<T>(read: () => Promise<T>, goingOn: (failure: unknown) => void): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await read();
    } catch (error) {
      if (error instanceof LedgerError) throw error;
      goingOn(error);
    }
    await backOff(tries);
  }
}

/** How long a reader waits for a store that does not answer, and for one that turns everything away. Milliseconds. */
const patience = 8_000;
const shortPatience = 1_500;

/** Lets a reader go on for a while, and not at all where the store says that the request is wrong. */
export function patiently(): (failure: unknown) => void {
  const since = Date.now();
  return (failure) => {
    const verdict = verdictOn(failure);
    const enough = since + (verdict === 'not-written' ? shortPatience : patience);
    if (Date.now() > enough || verdict === 'refused')
      throw new StoreUnavailable('the store does not answer as it should', { cause: failure });
  };
}
