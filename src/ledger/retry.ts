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

/** Goes on for so long, and not at all where the store says that the request is wrong. @param patience in milliseconds. */
export function within(patience: number): (failure: unknown) => void {
  const until = Date.now() + patience;
  return (failure) => {
    if (Date.now() > until || verdictOn(failure) === 'refused')
      throw new StoreUnavailable('the store does not answer as it should', { cause: failure });
  };
}
