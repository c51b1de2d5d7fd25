import { setTimeout } from 'node:timers/promises';
import type { Log } from '../types.js';

/** How a process came to its end. */
export interface Life {
  /** How long it ran. Milliseconds. */
  lasted: number;
  /** Why it could not start; absent where it had started. */
  failure?: unknown;
}

export interface Keeping {
  log: Log;
  /** Once raised, nothing is started any more. */
  signal: AbortSignal;
  /** Left out: {@link pause}. */
  sleep?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

/** One that runs that long has started well, and what was before it does not count. Milliseconds. */
const steadyMs = 60_000;
const [shortestPauseMs, longestPauseMs] = [100, 30_000];

/**
 * Starts something again whenever it has ended: at once the first time, then with growing pauses. Ever fewer of the ends are
 * logged as they follow one another.
 * @param live lets it live once, and calls `onStarted` once it has started; never rejects.
 */
export async function keepRunning(
  live: (onStarted: () => void) => Promise<Life>,
  { log, signal, sleep = pause }: Keeping,
): Promise<void> {
  const isOver = () => signal.aborted;
  for (let ends = 0; !isOver();) {
    const before = ends;
    const { lasted, failure } = await live(() => {
      if (before > 1) log.info({ ends: before }, 'the embedded store is running again');
    });
    if (isOver()) return;
    ends = lasted >= steadyMs ? 1 : ends + 1;
    const pauseMs = pauseAfter(ends);
    if (isPowerOfTwo(ends)) {
      if (failure === undefined) log.warn({ ends, pauseMs }, 'the embedded store ended; starting it again');
      else log.error({ err: failure, ends, pauseMs }, 'the embedded store could not be started again');
    }
    await sleep(pauseMs, signal);
  }
}

function pauseAfter(ends: number): number {
  return ends === 1 ? 0 : Math.min(shortestPauseMs * 2 ** (ends - 2), longestPauseMs);
}

function isPowerOfTwo(count: number): boolean {
  return Number.isInteger(Math.log2(count));
}

/** Waits so many milliseconds, or until the signal is raised. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  // a pause that is cut short is over
  await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
}
