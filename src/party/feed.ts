import { NotThatFar } from '../ledger/index.js';
import type { Ledger } from '../ledger/index.js';
import type { Character, Roster, Watched } from '../roster/index.js';
import { isLiving } from '../roster/index.js';
import { feed } from '../watching/index.js';
import type { Claim, Feed, FeedCommand, Stretch } from '../watching/index.js';
import { rosterOf } from './roster.js';
import { asPlayersSee } from './sight.js';
import type { Sight } from './sight.js';
import { feedIdOf, feeds, hitPoints } from './streams.js';
import type { Entry } from './streams.js';
import { newNonce, progressOf, record } from './watched.js';
import type { Progress } from './watched.js';

/** A server's feed, as it is now. */
export type FeedNow = Progress<Feed> & { roster: Roster };

/** An entry as the feed tells it: as players may see it. */
export interface ToldEntry {
  character: Character;
  /** This entry alone. */
  sight: Sight;
  /** Absent for a hidden creature: its numbers could be guessed from it. */
  hash?: string;
}

/** Entries in a row that the feed tells by the last of them. */
export interface ToldStretch extends ToldEntry {
  from: number;
  to: number;
}

/** What a message of the feed tells: each entry in the order in which they came; or, of too many, how far each character is. */
export type Told = { entries: ToldEntry[] } | { stretches: ToldStretch[] };

/** A message tells so many entries, or so many stretches. */
const mostTold = 15;
/** Of more than so many entries that wait, only stretches are told. */
const mostInFull = 100;

/** @param maxAge how long ago it may have been known to be so. Milliseconds. */
export async function feedNow(ledger: Ledger, server: string, maxAge: number): Promise<FeedNow> {
  const roster = await rosterOf(ledger, server, maxAge);
  return { roster, ...(await progressOf(ledger, feeds, feedIdOf(server), feed.emptyFeed, maxAge)) };
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
  const after = roster.characters.map(async ({ id }) => [id, await versionAt(ledger, id, since)] as const);
  const begun = (await Promise.all(after)).filter(([, version]) => version > 0);
  const details = { channel, by, chosen, after: Object.fromEntries(begun) };
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

/** What is to be told next; nothing where nothing is new. */
export async function nextClaim(
  ledger: Ledger,
  { roster, state: { posted } }: FeedNow,
  maxAge: number,
): Promise<Claim | undefined> {
  const pending = (await latestVersions(ledger, roster, maxAge)).flatMap(([character, to]) => {
    const from = (posted[character] ?? 0) + 1;
    return to >= from ? [{ character, from, to }] : [];
  });
  if (pending.length === 0) return undefined;
  const batch = count(pending) > mostInFull ? pending.slice(0, mostTold) : await earliest(ledger, pending);
  return { batch, nonce: newNonce() };
}

/** What a claim is about; nothing of a character that is forgotten by now. */
export async function told(ledger: Ledger, roster: Roster, { batch }: Claim): Promise<Told> {
  const of = ({ character: id }: Stretch) => roster.characters.find((character) => character.id === id);
  const known = batch.flatMap((stretch) => {
    const character = of(stretch);
    return character === undefined ? [] : [{ ...stretch, character }];
  });
  if (count(batch) <= mostTold) {
    const entries = await Promise.all(
      known.map(async ({ character, ...range }) =>
        (await read(ledger, character.id, range)).map((entry) => ({ character, entry })),
      ),
    );
    return { entries: inOrder(entries).map(({ character, entry }) => toldEntry(character, entry)) };
  }
  const stretches = known.map(async ({ character, from, to }) => {
    const last = await ledger.project(hitPoints, character.id, { at: to });
    return { ...toldEntry(character, last), from, to };
  });
  return { stretches: await Promise.all(stretches) };
}

function toldEntry(character: Character, entry: Entry): ToldEntry {
  const sight = asPlayersSee(character, [entry], new Map());
  return { character, sight, ...(sight.numbers && { hash: entry.hash }) };
}

/** As much as a message tells, of what happened first. */
async function earliest(ledger: Ledger, pending: readonly Stretch[]): Promise<Stretch[]> {
  if (count(pending) <= mostTold) return [...pending];
  const entries = await Promise.all(
    pending.map(async (stretch) =>
      (await read(ledger, stretch.character, stretch)).map((entry) => ({ stretch, entry })),
    ),
  );
  const reached = new Map(
    inOrder(entries)
      .slice(0, mostTold)
      .map(({ stretch, entry }) => [stretch, entry.version]),
  );
  return Array.from(reached, ([stretch, to]) => ({ ...stretch, to }));
}

/** By time; those of one character by version, whatever the clocks said. */
function inOrder<T extends { entry: Entry }>(entries: readonly T[][]): T[] {
  const timed = entries.flatMap((ofOne) => {
    let time = '';
    return ofOne.map((one) => ({ one, time: (time = one.entry.at > time ? one.entry.at : time) }));
  });
  return timed.sort((a, b) => (a.time < b.time ? -1 : Number(a.time > b.time))).map(({ one }) => one);
}

/** Oldest first; without a request where they are remembered. */
async function read(
  ledger: Ledger,
  id: string,
  { from, to }: Pick<Stretch, 'from' | 'to'>,
): Promise<Entry[]> {
  const recent = await ledger.recent(hitPoints, id);
  const remembered = recent.filter(({ version }) => version >= from && version <= to).reverse();
  if (remembered.length === to - from + 1) return remembered;
  return (await ledger.read(hitPoints, id, { from, to })).events;
}

/** By character, in the order in which they came. */
async function latestVersions(
  ledger: Ledger,
  { characters }: Roster,
  maxAge: number,
): Promise<[character: string, version: number][]> {
  const all = await Promise.all(
    characters.map(async (character): Promise<[string, number]> => {
      // nothing happens any more to one that has left
      const options = isLiving(character) ? { maxAge } : {};
      const [latest] = await ledger.recent(hitPoints, character.id, options);
      return [character.id, latest?.version ?? 0];
    }),
  );
  return all.filter(([, version]) => version > 0);
}

function count(batch: readonly Stretch[]): number {
  return batch.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}
