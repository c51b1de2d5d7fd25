import { RESTEvents } from '@discordjs/rest';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { Watching } from '../../party/index.js';
import { discordClock } from '../clock.js';
import { inFlight } from '../in-flight.js';
import { openImpatientRest, openRest } from '../rest.js';
import { isTokenRefusal } from '../token-refused.js';
import { noWatchMeter } from '../meter.js';
import type { WatchMeter } from '../meter.js';
import { keepBoard } from './board.js';
import type { BoardKeeping } from './board.js';
import { channelsOver } from './channels.js';
import { keepFeed } from './feed.js';
import type { Keeping } from './keeping.js';
import { rounds } from './rounds.js';
import type { Round } from './rounds.js';

export interface WatchOptions {
  token: string;
  /** The address of Discord's REST interface, without its version. */
  api?: string;
  watching: Watching;
  log: Logger;
  meter?: WatchMeter;
  /** From one edit of a board to the next; left out: two seconds. Milliseconds. */
  boardPause?: number;
}

/** Keeps the feeds and the boards of all servers, beside the commands: no answer waits for them, and none fails with them. */
export interface Watch {
  /** Something happened on a server. Never throws, and is done at once. */
  wake(server: string): void;
  /** Something may have happened on these servers while nobody looked. */
  look(servers: Iterable<string>): void;
  /**
   * Begins nothing new, and waits for what is going on.
   * @param left how much time there is for it, ten seconds if left out. Milliseconds.
   * @returns whether all that was going on has ended.
   */
  close(left?: () => number): Promise<boolean>;
}

const tokenGone =
  'Discord does not know the token any more: nothing is posted to feeds and boards. Set DISCORD_TOKEN to the new one and start again.';

/** What is remembered, of so many servers. */
const most = 10_000;

/**
 * Discord's REST interface is used by clients of its own: what is waited for here holds up nothing else. How old a message is
 * goes by Discord's clock, which its answers tell.
 */
export function openWatch({
  watching,
  log,
  meter = noWatchMeter,
  boardPause = 2_000,
  ...address
}: WatchOptions): Watch {
  const rest = openImpatientRest(address);
  const patient = openRest(address);
  const clock = discordClock();
  rest.on(RESTEvents.Response, (_, { headers }) => clock.observe(headers.get('date')));
  const aside = inFlight();
  const keeping = (): Keeping => ({
    watching,
    channels: channelsOver(rest, patient),
    claims: new LRUCache<string, string>({ max: most }),
    aside,
    log,
    meter,
  });
  const forFeeds = keeping();
  const forBoards: BoardKeeping = {
    ...keeping(),
    put: new LRUCache({ max: most }),
    tidying: new LRUCache({ max: most }),
    clock,
  };
  const token = { isRefused: false };
  /** Ends all rounds once Discord does not know the token any more: no further one could do anything. */
  const whileKnown =
    (round: Round): Round =>
    async (server, isFresh) => {
      if (token.isRefused) return 'never';
      return round(server, isFresh).catch((error: unknown) => {
        if (!token.isRefused && !isTokenRefusal(error)) throw error;
        if (!token.isRefused) log.error(tokenGone);
        token.isRefused = true;
        return 'never';
      });
    };
  const all = [
    rounds(
      whileKnown((server, isFresh) => keepFeed(server, isFresh, forFeeds)),
      {
        pause: 0,
        log,
        onFailure: () => meter.failed('feed'),
      },
    ),
    rounds(
      whileKnown((server, isFresh) => keepBoard(server, isFresh, forBoards)),
      {
        pause: boardPause,
        log,
        onFailure: () => meter.failed('board'),
      },
    ),
  ];
  return {
    wake: (server) => all.forEach((one) => one.wake(server)),
    look: (servers) => {
      const named = [...servers];
      all.forEach((one) => one.look(named));
    },
    close: async (left) => {
      const closed = await Promise.all(all.map((one) => one.close(left)));
      return [...closed, await aside.settled(left)].every(Boolean);
    },
  };
}
