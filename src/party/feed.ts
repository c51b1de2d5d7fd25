import { NotThatFar } from '../ledger/index.js';
import type { Ledger } from '../ledger/index.js';
import { isLiving } from '../roster/index.js';
import type { Roster, Watched } from '../roster/index.js';
import { feed } from '../watching/index.js';
import type { Feed, FeedCommand } from '../watching/index.js';
import { leftBefore, leftSince } from './feed-left.js';
import { rosterOf } from './roster.js';
import { feedIdOf, feeds, hitPoints } from './streams.js';
import { progressOf, record } from './watched.js';
import type { Progress } from './watched.js';

/** A server's feed, as it is now. */
export type FeedNow = Progress<Feed> & { server: string; roster: Roster };

/** @param maxAge how long ago it may have been known to be so. Milliseconds. */
export async function feedNow(ledger: Ledger, server: string, maxAge: number): Promise<FeedNow> {
  const roster = await rosterOf(ledger, server, maxAge);
  const progress = await progressOf(ledger, feeds, feedIdOf(server), feed.emptyFeed, maxAge);
  // on a roster that is so old someone may be living with whom the feed is done
  const isOld = roster.retirements < progress.state.settled;
  return { server, roster: isOld ? await rosterOf(ledger, server, 0) : roster, ...progress };
}

/** @returns whether this process did it; else another has. */
export function recordFeed(
  ledger: Ledger,
  server: string,
  choice: Pick<Watched, 'by' | 'chosen'>,
  command: FeedCommand,
): Promise<boolean> {
  return record(ledger, feeds, feedIdOf(server), command, choice);
}

/**
 * Opens a feed in the channel that was chosen; one that is new begins with what happened since.
 * @param since when it was chosen, milliseconds since 1970.
 */
export async function openFeed(
  ledger: Ledger,
  server: string,
  roster: Roster,
  { channel, by, chosen }: Watched,
  since: number,
): Promise<boolean> {
  const { state } = await progressOf(ledger, feeds, feedIdOf(server), feed.emptyFeed, 0);
  const settled = feed.isNew(state) ? await leftBefore(ledger, server, roster, since) : state.settled;
  const left = await leftSince(ledger, server, roster, settled);
  const ids = [...roster.characters.filter(isLiving), ...left.map(({ character }) => character)];
  const after = ids.map(async ({ id }) => [id, await versionAt(ledger, id, since)] as const);
  const begun = (await Promise.all(after)).filter(([, version]) => version > 0);
  const details = { channel, by, chosen, after: Object.fromEntries(begun), settled };
  return recordFeed(ledger, server, { by, chosen }, { type: 'open', details });
}

/** The version of a character that was the latest at a time, 0 before the first. */
async function versionAt(ledger: Ledger, id: string, time: number): Promise<number> {
  const [latest] = await ledger.recent(hitPoints, id, { maxAge: 0 });
  if (latest === undefined || Date.parse(latest.at) < time) return latest?.version ?? 0;
  try {
    return (await ledger.project(hitPoints, id, { at: new Date(time) })).version;
  } catch (error) {
    if (error instanceof NotThatFar) return 0;
    throw error;
  }
}
