import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/** A suite's way to say where it is, and to see that its time is up. */
export interface Progress {
  /** Names the part of the suite that begins now. */
  phase: (name: string) => void;
  /** Aborted once the suite has ended, well or not: whatever still runs in it is to end too. */
  signal: AbortSignal;
}

/** The suite did not end in its time. Names the part that it was in. */
export class TimeUp extends Error {
  override readonly name = 'TimeUp';
}

/**
 * What a test that is bounded gives Jest: the bound, then what starting and ending programs may take at the most, so that the
 * bound is what is hit. Milliseconds.
 */
export const jestTimeoutOf = (limitMs: number) => limitMs + 300_000;

/**
 * Runs a suite for so long at most. HP_LEDGER_BOUND sets another bound, in seconds.
 * @throws {TimeUp}
 */
export async function within<T>(limitMs: number, suite: (progress: Progress) => Promise<T>): Promise<T> {
  const { HP_LEDGER_BOUND: given = '' } = process.env;
  const limit = given === '' ? limitMs : Number(given) * 1_000;
  const begun = performance.now();
  let part = { name: 'the beginning', since: begun };
  const ending = new AbortController();
  const { signal } = ending;
  const timer = new AbortController();
  const secondsSince = (time: number) => Math.round((performance.now() - time) / 1_000);
  const timeUp = sleep(limit, undefined, { signal: timer.signal }).then(() => {
    throw new TimeUp(
      `not done after ${secondsSince(begun)} s; in this part for ${secondsSince(part.since)} s: ${part.name}`,
    );
  });
  const phase = (name: string) => {
    part = { name, since: performance.now() };
  };
  try {
    return await Promise.race([suite({ phase, signal }), timeUp]);
  } finally {
    timer.abort();
    ending.abort();
  }
}

/** Waits until something is so, looking every 50 ms. @returns whether it became so in time. */
export async function becomes(isSo: () => boolean, withinMs: number, signal: AbortSignal): Promise<boolean> {
  for (const end = performance.now() + withinMs; !isSo();) {
    if (performance.now() > end || signal.aborted) return false;
    await sleep(50);
  }
  return true;
}
