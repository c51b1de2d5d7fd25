import type { FeedClosed, FeedEvent, FeedOpened, FeedPosted } from './event.js';
import { refuse } from '../refusal.js';
import { isOpen } from '../schemas.js';
import { emptyFeed } from './state.js';
import type { Claimed, Feed, Stretch } from './state.js';

/** What can be asked of a feed. */
export type FeedCommand =
  | { type: 'open'; details: FeedOpened }
  | { type: 'claim'; details: Claimed }
  | { type: 'confirm'; details: FeedPosted }
  | { type: 'close'; details: FeedClosed };

/**
 * What a command does to a feed; `undefined` is one that was never opened. Of several who want to post the same, one has the
 * claim; and it is posted before anything else is claimed. So what is posted is in order, and whole.
 * @throws {WatchRefusal} when it can't be done, or another has done it.
 */
export function decide(feed: Feed = emptyFeed, command: FeedCommand): FeedEvent {
  switch (command.type) {
    case 'open':
      if (feed.choice?.chosen === command.details.chosen) refuse('opened-already');
      return { type: 'FeedOpened', details: command.details };
    case 'claim':
      if (!isOpen(feed)) refuse('not-open');
      if (feed.claim !== null) refuse('claimed');
      if (!isUpToDate(feed, command.details)) refuse('not-next');
      if (!command.details.batch.every((stretch) => isNext(feed, stretch))) refuse('not-next');
      return { type: 'FeedClaimed', details: command.details };
    case 'confirm':
      if (feed.claim?.nonce !== command.details.nonce) refuse('not-claimed');
      return { type: 'FeedPosted', details: command.details };
    case 'close':
      if (!isOpen(feed)) refuse('not-open');
      return { type: 'FeedClosed', details: command.details };
  }
}

/** Of those who are done with nothing is remembered: who knows less of them could take one for new. */
function isUpToDate(feed: Feed, { settled = 0, forgotten = [], batch }: Claimed): boolean {
  return settled >= feed.settled && !batch.some(({ character }) => forgotten.includes(character));
}

/** Whether a stretch begins where the feed has come to. */
function isNext({ posted }: Feed, { character, from, to }: Stretch): boolean {
  return from === (posted[character] ?? 0) + 1 && to >= from;
}
