import type { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { Watching } from '../../party/index.js';
import { closed } from '../../replies/index.js';
import type { Closed, Reply } from '../../replies/index.js';
import { wordsFor } from '../../words/index.js';
import type { InFlight } from '../in-flight.js';
import type { WatchMeter } from '../meter.js';
import type { Channels } from './channels.js';

/** What keeping a feed or a board takes. */
export interface Keeping {
  watching: Watching;
  channels: Channels;
  /** By server: the nonce of a claim that is this process's own. */
  claims: LRUCache<string, string>;
  /** What nobody waits for, and is ended all the same. */
  aside: InFlight;
  log: Logger;
  meter: WatchMeter;
}

/** What another process did is seen after so long. Milliseconds. */
const remembered = 60_000;
/** For so long one who claimed a message is left to post it. Milliseconds. */
export const patience = 3_000;
/** After so long Discord may have forgotten a nonce: "the past few minutes". Milliseconds. */
const nonceMemory = 120_000;

/** How old what is remembered may be. Milliseconds. */
export function maxAgeOf(isFresh: boolean): number {
  return isFresh ? 0 : remembered;
}

/** How long a claim is still left to whoever has it: not at all where that is this process. Milliseconds. */
export function leftToOthers({ claims }: Keeping, server: string, nonce: string, claimedAt: number): number {
  return claims.get(server) === nonce ? 0 : claimedAt + patience - Date.now();
}

/** Whether Discord may take a message with the nonce of a claim a second time. */
export function mayBeForgotten(claimedAt: number): boolean {
  return Date.now() - claimedAt > nonceMemory;
}

/** Tells who chose a channel that nothing can be kept there any more. */
export function tellOfEnd(
  keeping: Keeping,
  { by, locale }: { by: string; locale: string },
  what: Closed,
): void {
  const { server, channel, which, reason } = what;
  keeping.log.info({ server, channel, which, reason }, 'nothing can be kept in a channel any more');
  tell(keeping, server, by, closed(wordsFor(locale), what));
}

/** Tells a person something, beside what else is done. That they take no messages is no failure. */
export function tell({ channels, aside, log }: Keeping, server: string, person: string, reply: Reply): void {
  const told = channels.tell(person, reply).then(
    (isTold) => {
      if (!isTold) log.info({ server, person }, 'and who chose it takes no direct messages');
    },
    (error: unknown) => {
      log.warn({ err: error, server, person }, 'and who chose it could not be told');
    },
  );
  aside.add(told);
}
