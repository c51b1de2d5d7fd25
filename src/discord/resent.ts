import { setTimeout as sleep } from 'node:timers/promises';
import { isRefused } from './refused.js';

/** So often, with pauses that double: for about a minute. */
const mostTries = 10;
/** The first pause. Milliseconds. */
const firstPause = 100;

/**
 * Sends until Discord has answered. discord.js does so for some of the ways in which a connection breaks, and not where the
 * other side closes it, which one that is kept open sees sooner or later.
 * @param send is called again where it is not known whether what was sent arrived: that must do no harm.
 * @throws what Discord refuses, and what went wrong the last time.
 */
export async function resent<T>(send: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await send();
    } catch (error) {
      if (isRefused(error) || tries === mostTries) throw error;
    }
    await sleep(firstPause * 2 ** (tries - 1), undefined, { ref: false });
  }
}
