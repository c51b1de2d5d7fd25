import { NotThatFar } from '../ledger/index.js';
import type { Ledger } from '../ledger/index.js';
import type { Character, Roster, Watched } from '../roster/index.js';
import { isLiving } from '../roster/index.js';
import { feed } from '../watching/index.js';
import type { Claim, Claimed, Feed, FeedCommand, Stretch } from '../watching/index.js';
import { findRetired, retiredOf } from './retired.js';
import { rosterOf } from './roster.js';
import { asPlayersSee } from './sight.js';
import type { Sight } from './sight.js';
import { feedIdOf, feeds, hitPoints } from './streams.js';
import type { Entry } from './streams.js';
import type { Retired } from './retired.js';
import { newNonce, progressOf, record } from './watched.js';
import type { Progress } from './watched.js';

/** A server's feed, as it is now. */
export type FeedNow = Progress<Feed> & { server: string; roster: Roster };

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
/**
 * For so long after one has left something may still come: from a program that has not heard of it, or that the store did not
 * answer. Milliseconds.
 */
const grace = 3_600_000;
/** So many of those who left are done with by one claim: each is looked at once more. */
const mostSettled = 100;

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

/** How many had left so long before a time that nothing of them can come any more. */
async function leftBefore(ledger: Ledger, server: string, roster: Roster, time: number): Promise<number> {
  for await (const { character, nth } of retiredOf(ledger, server, roster))
    if (isLongGone(character, time)) return nth;
  return 0;
}

/** Those who left and with whom the feed is not done, in the order in which they did. */
async function leftSince(
  ledger: Ledger,
  server: string,
  roster: Roster,
  settled: number,
): Promise<Retired[]> {
  const left: Retired[] = [];
  for await (const one of retiredOf(ledger, server, roster)) {
    if (one.nth <= settled) break;
    left.unshift(one);
  }
  return left;
}

/** Whether one left so long before a time that nothing of it can come any more; an unknown time is long ago. */
function isLongGone({ retired }: Character, time: number): boolean {
  return retired === true || (retired !== undefined && Date.parse(retired) <= time - grace);
}

/** What is to be told next, and with whom the feed is done by then; nothing where nothing is new. */
export async function nextClaim(
  ledger: Ledger,
  { server, roster, state }: FeedNow,
  maxAge: number,
): Promise<Claimed | undefined> {
  const left = await leftSince(ledger, server, roster, state.settled);
  const watched = [...roster.characters.filter(isLiving), ...left.map(({ character }) => character)];
  const pending = (await latestVersions(ledger, watched, state, maxAge)).flatMap(([character, to]) => {
    const from = (state.posted[character] ?? 0) + 1;
    return to >= from ? [{ character, from, to }] : [];
  });
  if (pending.length === 0) return undefined;
  const batch = count(pending) > mostInFull ? pending.slice(0, mostTold) : await earliest(ledger, pending);
  return { batch, nonce: newNonce(), ...(await doneWith(ledger, left, state)) };
}

/** Those of whom all is posted and nothing can come any more: as many in a row as can be looked at. */
async function doneWith(
  ledger: Ledger,
  left: readonly Retired[],
  { posted, settled }: Feed,
): Promise<Required<Pick<Claimed, 'settled' | 'forgotten'>>> {
  const now = Date.now();
  const forgotten: string[] = [];
  let done = settled;
  for (const { character, nth } of left.slice(0, mostSettled)) {
    if (!isLongGone(character, now)) break;
    const [latest] = isUnknown(character, posted)
      ? []
      : await ledger.recent(hitPoints, character.id, { maxAge: 0 });
    if ((latest?.version ?? 0) > (posted[character.id] ?? 0)) break;
    if (posted[character.id] !== undefined) forgotten.push(character.id);
    done = nth;
  }
  return { settled: done, forgotten };
}

/** Whether one left before the roster recorded times, and the feed never had anything of it: its entries are no news. */
function isUnknown({ id, retired }: Character, posted: Feed['posted']): boolean {
  return retired === true && posted[id] === undefined;
}

/** What a claim is about. */
export async function told(ledger: Ledger, server: string, roster: Roster, { batch }: Claim): Promise<Told> {
  const known = (
    await Promise.all(
      batch.map(async (stretch) => {
        const isMeant = ({ id }: Character) => id === stretch.character;
        const character =
          roster.characters.find(isMeant) ?? (await findRetired(ledger, server, roster, isMeant));
        return character === undefined ? [] : [{ ...stretch, character }];
      }),
    )
  ).flat();
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

/** By character, in the order that they are in. */
async function latestVersions(
  ledger: Ledger,
  characters: readonly Character[],
  { posted }: Feed,
  maxAge: number,
): Promise<[character: string, version: number][]> {
  const now = Date.now();
  const watched = characters.filter((character) => !isUnknown(character, posted));
  const all = await Promise.all(
    watched.map(async (character): Promise<[string, number]> => {
      // nothing happens any more to one that left long ago; it is looked at once more before it is forgotten
      const options = isLongGone(character, now) ? {} : { maxAge };
      const [latest] = await ledger.recent(hitPoints, character.id, options);
      return [character.id, latest?.version ?? 0];
    }),
  );
  return all.filter(([, version]) => version > 0);
}

function count(batch: readonly Stretch[]): number {
  return batch.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}
