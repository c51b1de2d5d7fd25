import { setTimeout as sleep } from 'node:timers/promises';
import { isTokenRefusal, TokenRefused } from './token-refused.js';

/** The pauses between tries: each is twice as long as the one before. Milliseconds. */
export interface Backoff {
  firstPauseMs: number;
  longestPauseMs: number;
}

/** For what is due when a program starts. */
export const startBackoff: Backoff = { firstPauseMs: 1_000, longestPauseMs: 60_000 };

export interface UntilDoneOptions {
  backoff: Backoff;
  /** Aborting it stops the retries. */
  signal?: AbortSignal | undefined;
  /** Called after each try that failed. @param pauseMs until the next one. */
  onFailure: (error: unknown, pauseMs: number) => void;
}

/**
 * Tries until it works, however long that takes.
 * @returns `undefined` where the signal was raised before.
 * @throws {TokenRefused} where Discord does not know the token, which no further try can mend.
 */
export async function untilDone<T>(
  attempt: () => Promise<T>,
  { backoff: { firstPauseMs, longestPauseMs }, signal, onFailure }: UntilDoneOptions,
): Promise<T | undefined> {
  for (let pauseMs = firstPauseMs; !isRaised(signal); pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    try {
      return await attempt();
    } catch (cause) {
      if (cause instanceof TokenRefused) throw cause;
      if (isTokenRefusal(cause)) throw new TokenRefused('Discord does not know this token', { cause });
      if (isRaised(signal)) break;
      onFailure(cause, pauseMs);
    }
    // called off: the loop ends
    await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
  }
  return undefined;
}

/** Asked anew each time: a signal is raised while something else is awaited. */
function isRaised(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}
