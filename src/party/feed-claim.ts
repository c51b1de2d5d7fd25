import type { Ledger } from '../ledger/index.js';
import { isLiving } from '../roster/index.js';
import type { Character } from '../roster/index.js';
import type { Claimed, Feed, Stretch } from '../watching/index.js';
import { count, inOrder, mostTold, read } from './feed-entries.js';
import { isLongGone, leftSince } from './feed-left.js';
import type { FeedNow } from './feed.js';
import type { Retired } from './retired.js';
import { hitPoints } from './streams.js';
import { newNonce } from './watched.js';

/** Of more than so many entries that wait, only stretches are told. */
const mostInFull = 100;
/** So many of those who left are done with by one claim: each is looked at once more. */
const mostSettled = 100;

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
