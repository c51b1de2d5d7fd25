import { v4 } from 'uuid';
import { emptyFeed, FeedRefusal } from '../feed/index.js';
import type { Claim, Feed, FeedCommand, Stretch } from '../feed/index.js';
import { StreamNotFound } from '../ledger/index.js';
import type { Ledger } from '../ledger/index.js';
import type { Character, Roster, Watched } from '../roster/index.js';
import { rosterOf } from './roster.js';
import { asPlayersSee } from './sight.js';
import type { Sight } from './sight.js';
import { feedIdOf, feeds, hitPoints } from './streams.js';
import type { Entry } from './streams.js';

/** A server's feed, as it is now. */
export interface FeedNow {
  roster: Roster;
  feed: Feed;
  /** When its last event was recorded, milliseconds since 1970: how old a claim is. */
  at: number;
}

/** Entries of one character, as players may see them, with the hashes that may be known. */
export interface Told {
  character: Character;
  sight: Sight;
  /** Oldest first, as the entries are; none of a hidden creature. */
  hashes: string[];
}

/** @param maxAge see {@link Ledger.project}. */
export async function feedNow(ledger: Ledger, server: string, maxAge?: number): Promise<FeedNow> {
  const roster = await rosterOf(ledger, server, maxAge);
  try {
    const { state, at } = await ledger.project(feeds, feedIdOf(server), {
      ...(maxAge !== undefined && { maxAge }),
    });
    return { roster, feed: state, at: Date.parse(at) };
  } catch (error) {
    if (error instanceof StreamNotFound) return { roster, feed: emptyFeed, at: 0 };
    throw error;
  }
}

/** Opens a feed in the channel that was chosen; it begins with what happens from now on. */
export async function openFeed(
  ledger: Ledger,
  server: string,
  roster: Roster,
  watched: Watched,
): Promise<boolean> {
  const after = await Promise.all(
    roster.characters.map(async ({ id }) => [id, await latest(ledger, id)] as const),
  );
  const { channel, chosen } = watched;
  const begun = after.filter(([, version]) => version > 0);
  return append(ledger, server, watched, {
    type: 'open',
    details: { channel, chosen, after: Object.fromEntries(begun) },
  });
}

/** What is to be posted next: some of each character, those of one in order. Empty where nothing is new. */
export async function unposted(ledger: Ledger, { roster, feed }: FeedNow): Promise<Stretch[]> {
  const all = await Promise.all(
    roster.characters.map(async ({ id: character }) => {
      const from = (feed.posted[character] ?? 0) + 1;
      return { character, from, to: await latest(ledger, character) };
    }),
  );
  return all.filter(({ from, to }) => to >= from);
}

/** @returns whether the claim is this process's. */
export function claim(ledger: Ledger, server: string, watched: Watched, batch: Stretch[]): Promise<boolean> {
  const details: Claim = { batch, nonce: v4().replaceAll('-', '').slice(0, 25) };
  return append(ledger, server, watched, { type: 'claim', details });
}

/** The entries of a claim. */
export async function told(ledger: Ledger, roster: Roster, { batch }: Claim): Promise<Told[]> {
  const all = await Promise.all(
    batch.map(async ({ character: id, from, to }) => {
      const character = roster.characters.find((one) => one.id === id);
      if (character === undefined) return [];
      const entries: Entry[] = [];
      for (let next: number | undefined = from; next !== undefined && next <= to;) {
        const page: { events: Entry[]; next?: number } = await ledger.read(hitPoints, id, { from: next, to });
        entries.push(...page.events);
        next = page.next;
      }
      const sight = asPlayersSee(character, entries, new Map());
      return [{ character, sight, hashes: sight.numbers ? entries.map(({ hash }) => hash) : [] }];
    }),
  );
  return all.flat();
}

/** @returns whether this process did it; else another has. */
export async function append(
  ledger: Ledger,
  server: string,
  { by, chosen }: Watched,
  command: FeedCommand,
): Promise<boolean> {
  // never an interaction that Discord delivers twice: each try is one of its own
  const meta = { eventId: v4(), by, command: chosen, subject: 'feed', madeAt: Date.now() };
  try {
    const transacted = await ledger.transact(feeds, feedIdOf(server), command, meta);
    if (transacted.outcome === 'unknown') await transacted.settled;
    return true;
  } catch (error) {
    if (error instanceof FeedRefusal) return false;
    throw error;
  }
}

async function latest(ledger: Ledger, id: string): Promise<number> {
  return (await ledger.recent(hitPoints, id))[0]?.version ?? 0;
}
