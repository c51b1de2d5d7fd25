import type { FeedEvent } from './event.js';
import { emptyFeed } from './state.js';
import type { Feed } from './state.js';

/** The feed after an event. */
export function evolve(feed: Feed = emptyFeed, event: FeedEvent): Feed {
  switch (event.type) {
    case 'FeedOpened': {
      const { after, ...choice } = event.details;
      // what was posted elsewhere is not posted again, and what was not posted there is
      return { choice, closed: null, posted: { ...after, ...feed.posted }, claim: null };
    }
    case 'FeedClaimed':
      return { ...feed, claim: event.details };
    case 'FeedPosted': {
      const batch = feed.claim?.batch ?? [];
      const reached = Object.fromEntries(batch.map(({ character, to }) => [character, to]));
      return { ...feed, posted: { ...feed.posted, ...reached }, claim: null };
    }
    case 'FeedClosed': {
      const closed = event.details.reason;
      // who turned it off wants nothing of what happens meanwhile
      const posted = closed === 'turned-off' ? {} : feed.posted;
      return { ...feed, closed, posted, claim: null };
    }
  }
}
