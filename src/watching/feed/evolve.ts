import type { FeedEvent } from './event.js';
import { emptyFeed } from './state.js';
import type { Claimed, Feed } from './state.js';

/** The feed after an event. */
export function evolve(feed: Feed = emptyFeed, event: FeedEvent): Feed {
  switch (event.type) {
    case 'FeedOpened': {
      const { after, settled = 0, ...choice } = event.details;
      // what was posted elsewhere is not posted again, and what was not posted there is
      const posted = { ...after, ...feed.posted };
      return { choice, closed: null, posted, settled: isNew(feed) ? settled : feed.settled, claim: null };
    }
    case 'FeedClaimed':
      return withClaim(feed, event.details);
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

/** Whether it is to begin with what happens from now on. */
export function isNew({ choice, closed }: Feed): boolean {
  return choice === null || closed === 'turned-off';
}

function withClaim(feed: Feed, claimed: Claimed): Feed {
  const { batch, nonce, settled = feed.settled, forgotten = [] } = claimed;
  const done = new Set(forgotten);
  const posted = Object.entries(feed.posted).filter(([character]) => !done.has(character));
  return { ...feed, posted: Object.fromEntries(posted), settled, claim: { batch, nonce } };
}
