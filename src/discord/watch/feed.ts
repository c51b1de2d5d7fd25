import type { FeedNow, ToldEntry } from '../../party/index.js';
import { feedMessage, toldIn } from '../../replies/index.js';
import type { Watched } from '../../roster/index.js';
import { isOpen } from '../../watching/index.js';
import type { Claim } from '../../watching/index.js';
import { wordsFor } from '../../words/index.js';
import { timeOf } from '../snowflake.js';
import { ChannelClosed } from './channels.js';
import { leftToOthers, maxAgeOf, mayBeForgotten, patience, tellOfEnd } from './keeping.js';
import type { Keeping } from './keeping.js';
import type { Next } from './rounds.js';

/**
 * Posts what is new on a server. Of several processes, and however often they are killed, each entry is posted once and those of
 * a character in order: what is about to be posted is claimed in the ledger first, with a nonce by which Discord takes the same
 * message once; who finds a claim that was left behind posts the same message with the same nonce.
 */
export async function keepFeed(server: string, isFresh: boolean, keeping: Keeping): Promise<Next> {
  const { watching } = keeping;
  const maxAge = maxAgeOf(isFresh);
  let now = await watching.feedNow(server, maxAge);
  const { feed: watched } = now.roster.settings;
  if (!watched) return turnOff(server, now, keeping);
  if (now.state.choice?.chosen !== watched.chosen)
    await watching.openFeed(server, now.roster, watched, timeOf(watched.chosen));
  let next: Next = 'later';
  for (let age = maxAge; ; age = maxAgeOf(false)) {
    now = await watching.feedNow(server, maxAgeOf(false));
    const { claim } = now.state;
    if (!isOpen(now.state)) return 'never';
    if (claim === null) {
      const details = await watching.nextClaim(now, age);
      if (details === undefined) return next;
      const isOurs = await watching.recordFeed(server, watched, { type: 'claim', details });
      if (!isOurs) return patience;
      keeping.claims.set(server, details.nonce);
    } else {
      const left = leftToOthers(keeping, server, claim.nonce, now.at);
      if (left > 0) return left;
      const isPosted = await deliver(server, watched, { ...now, claim }, keeping);
      if (!isPosted) return 'never';
      next = 'again';
    }
  }
}

/** Nothing of what happens from now on is wanted. */
async function turnOff(server: string, { state }: FeedNow, { watching }: Keeping): Promise<Next> {
  const { choice } = state;
  if (choice !== null && isOpen(state))
    await watching.recordFeed(server, choice, { type: 'close', details: { reason: 'turned-off' } });
  return 'never';
}

/** Posts what is claimed. @returns whether the channel takes it. */
async function deliver(
  server: string,
  watched: Watched,
  { roster, claim, at }: FeedNow & { claim: Claim },
  keeping: Keeping,
): Promise<boolean> {
  const { watching } = keeping;
  const { channel, locale } = watched;
  try {
    const told = await watching.told(server, roster, claim);
    const message = await post(channel, feedMessage(wordsFor(locale), told), claim.nonce, at, keeping);
    if ('entries' in told) keeping.meter.fed(lagOf(told.entries));
    const details = { nonce: claim.nonce, message };
    await watching.recordFeed(server, watched, { type: 'confirm', details });
    return true;
  } catch (error) {
    if (!(error instanceof ChannelClosed)) throw error;
    const { reason } = error;
    const isOurs = await watching.recordFeed(server, watched, { type: 'close', details: { reason } });
    if (isOurs) tellOfEnd(keeping, watched, { which: 'feed', reason, channel, server });
    return false;
  }
}

/** How long ago the oldest was recorded. Seconds. */
function lagOf(entries: readonly ToldEntry[]): number {
  const times = entries.flatMap(({ sight }) => sight.entries.map(({ at }) => Date.parse(at)));
  return Math.max(0, ...times.map((time) => Date.now() - time)) / 1_000;
}

/** @returns the id of the message; `null` where nothing is left to be told. */
async function post(
  channel: string,
  reply: ReturnType<typeof feedMessage>,
  nonce: string,
  claimedAt: number,
  { channels }: Keeping,
): Promise<string | null> {
  if (reply === undefined) return null;
  const told = toldIn(reply.embeds[0]?.description ?? '');
  // where the bot can't look, it is posted: an entry that is there twice is seen by its version, one that lacks is not
  const earlier = mayBeForgotten(claimedAt)
    ? await channels.find(channel, claimedAt, ({ description = '' }) => toldIn(description) === told)
    : undefined;
  return earlier ?? channels.post(channel, reply, nonce);
}
