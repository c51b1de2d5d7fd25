import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import type { Logger } from 'pino';
import { inFlight } from '../in-flight.js';
import { MustWait } from './must-wait.js';

/**
 * When a server is to be looked at again: in so many milliseconds, whatever happens; in a minute, since something had happened
 * (`again`); ever more seldom, until something happens (`later`); only once something happens (`never`).
 */
export type Next = number | 'again' | 'later' | 'never';

/**
 * Looks at a server, and does what is to be done. @param isFresh what is remembered will not do.
 * @throws {MustWait} where Discord takes something only later: meanwhile another server has its place.
 */
export type Round = (server: string, isFresh: boolean) => Promise<Next>;

export interface RoundsOptions {
  /** From the end of one round of a server to the beginning of the next. Milliseconds. */
  pause: number;
  log: Logger;
  onFailure: () => void;
}

/** Goes round the servers: each is looked at soon after something happened there, by one round at a time. */
export interface Rounds {
  /** Something happened there. Never throws, and is done at once. */
  wake(server: string): void;
  /** Something may have happened there, or on many of them, while nobody looked. */
  look(servers: Iterable<string>): void;
  /** Begins nothing new, and waits for what is going on, ten seconds if nothing is said. @returns whether it has ended. */
  close(left?: () => number): Promise<boolean>;
}

/** What is known of a server that is looked after. */
interface Watch {
  /** When the next round is due, by `performance.now()`. */
  due: number;
  timer: NodeJS.Timeout | undefined;
  isRunning: boolean;
  /** When the last round ended. */
  ended: number;
  /** Something happened during the round. */
  isWoken: boolean;
  /** Before this, by `performance.now()`, Discord takes nothing. */
  notBefore: number;
  /** Rounds that failed, one after the other. */
  failures: number;
  /** Rounds that found nothing, one after the other. */
  quiet: number;
}

/** Things that happen at once are looked at together. Milliseconds. */
const soon = 200;
/** Between two looks where nothing happens, at first and at last. Milliseconds. */
const [shortest, longest] = [60_000, 1_920_000];
/** After a round that failed, at first and at last. Milliseconds. */
const [firstRetry, lastRetry] = [1_000, 60_000];
/** Rounds at a time. */
const atOnce = 8;
/** Servers that are looked after; of more, those where nothing happened for longest are looked at once something does. */
const mostWatched = 10_000;

export function rounds(round: Round, { pause, log, onFailure }: RoundsOptions): Rounds {
  const watches = new LRUCache<string, Watch>({
    max: mostWatched,
    dispose: ({ timer }) => clearTimeout(timer),
  });
  const limit = pLimit(atOnce);
  const going = inFlight();
  let isClosed = false;

  function watchOf(server: string): Watch {
    const watch = watches.get(server) ?? {
      ...{ due: Infinity, timer: undefined, isRunning: false, ended: -Infinity },
      ...{ isWoken: false, notBefore: -Infinity, failures: 0, quiet: 0 },
    };
    watches.set(server, watch);
    return watch;
  }

  function schedule(server: string, watch: Watch, wait: number, isFresh: boolean): void {
    if (isClosed) return;
    clearTimeout(watch.timer);
    watch.due = performance.now() + wait;
    watch.timer = setTimeout(() => begin(server, isFresh), wait);
  }

  function begin(server: string, isFresh: boolean): void {
    going.add(limit(run, server, isFresh));
  }

  async function run(server: string, isFresh: boolean): Promise<void> {
    const watch = watchOf(server);
    if (isClosed || watch.isRunning) return;
    Object.assign(watch, { isRunning: true, isWoken: false, due: Infinity });
    let next: Next;
    try {
      next = await round(server, isFresh);
      watch.failures = 0;
    } catch (error) {
      if (error instanceof MustWait) {
        waitFor(server, watch, error.wait, isFresh);
        return;
      }
      next = Math.min(firstRetry * 2 ** watch.failures++, lastRetry);
      onFailure();
      log.warn({ err: error, server, pause: next }, 'a feed or a board could not be kept; trying again');
    }
    Object.assign(watch, { isRunning: false, ended: performance.now() });
    again(server, watch, next);
  }

  /** What happens meanwhile is seen then too, and begins nothing earlier. */
  function waitFor(server: string, watch: Watch, wait: number, isFresh: boolean): void {
    const ended = performance.now();
    Object.assign(watch, { isRunning: false, ended, notBefore: ended + wait });
    schedule(server, watch, wait, isFresh);
  }

  function again(server: string, watch: Watch, next: Next): void {
    if (watch.isWoken && watch.failures === 0) {
      const wait = Math.max(soon, pause);
      schedule(server, watch, typeof next === 'number' ? Math.min(next, wait) : wait, false);
    } else if (next === 'never') watches.delete(server);
    else {
      if (next !== 'later') watch.quiet = 0;
      const wait = typeof next === 'number' ? next : Math.min(shortest * 2 ** watch.quiet++, longest);
      schedule(server, watch, wait, true);
    }
  }

  return {
    wake(server) {
      const watch = watchOf(server);
      Object.assign(watch, { isWoken: true, quiet: 0 });
      // one that fails is tried again in its own time
      if (watch.isRunning || watch.failures > 0) return;
      const now = performance.now();
      const wait = Math.max(soon, watch.ended + pause - now, watch.notBefore - now);
      if (watch.due > now + wait) schedule(server, watch, wait, false);
    },
    look(servers) {
      for (const server of servers) {
        const wait = (watches.get(server)?.notBefore ?? -Infinity) - performance.now();
        if (wait > 0) schedule(server, watchOf(server), wait, true);
        else begin(server, true);
      }
    },
    close(left) {
      isClosed = true;
      watches.clear();
      return going.settled(left);
    },
  };
}
