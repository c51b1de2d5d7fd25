import type { Ledger } from '../ledger/index.js';
import type { Character, Roster } from '../roster/index.js';
import type { Claim } from '../watching/index.js';
import { count, inOrder, mostTold, read } from './feed-entries.js';
import { findRetired } from './retired.js';
import { asPlayersSee } from './sight.js';
import type { Sight } from './sight.js';
import { hitPoints } from './streams.js';
import type { Entry } from './streams.js';

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
