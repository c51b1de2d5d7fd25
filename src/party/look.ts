import { NotThatFar } from '../ledger/index.js';
import type { Ledger } from '../ledger/index.js';
import { completions, isLiving, isNamed } from '../roster/index.js';
import type { Character, Roster } from '../roster/index.js';
import type { Ask } from './ask.js';
import { correctionsOf } from './corrections.js';
import { withStream } from './enrol.js';
import { PartyRefusal } from './refusal.js';
import { findRetired, retiredOfferedFor } from './retired.js';
import { rosterOf } from './roster.js';
import { asPlayersSee, sightOf, withNumbers } from './sight.js';
import type { Sight } from './sight.js';
import { hitPoints } from './streams.js';
import type { Entry } from './streams.js';
import { findTarget } from './targets.js';
import type { Target } from './targets.js';
import { checkRight, isDungeonMaster } from './who-may.js';
import type { Right } from './who-may.js';

/** A character and an event of its stream, which holds its state. */
export interface Sheet {
  character: Character;
  /** One entry: the latest, or the last one by the time that is meant. */
  sight: Sight;
}

/** Everyone on a server, in the order in which they came. */
export interface Everyone {
  /** For everyone's eyes. */
  sheets: Sheet[];
  /** The hidden creatures with their numbers, where the DM asks. */
  hidden: Sheet[];
}

/** What is shown is read afresh, whatever another process did meanwhile. */
const fresh = { maxAge: 0 };

/** The character that is meant, also one that has retired, as it is now. */
export async function sheet(ledger: Ledger, ask: Ask, target: Target): Promise<Sheet> {
  const { character, roster } = await findTarget(ledger, ask, target, { retired: true });
  const latest = await latestOf(ledger, ask, character, roster);
  return { character, sight: sightOf(ask.person, roster, character, [latest]) };
}

/**
 * The character that is meant, also one that has retired, as it was at a version or a time.
 * @throws {PartyRefusal} when its trail had not begun then, or has not come to that version.
 */
export async function sheetAt(ledger: Ledger, ask: Ask, target: Target, at: number | Date): Promise<Sheet> {
  const { character, roster } = await findTarget(ledger, ask, target, { retired: true });
  const entry = await withStream(ledger, ask.server, { character, roster }, () =>
    ledger.project(hitPoints, character.id, { at }),
  ).catch(async (error: unknown) => {
    if (!(error instanceof NotThatFar)) throw error;
    const [first, latest] = await Promise.all([
      ledger.project(hitPoints, character.id, { at: 1 }),
      ledger.project(hitPoints, character.id, fresh),
    ]);
    const range = { began: first.at, latest: latest.version };
    throw new PartyRefusal({ code: 'not-that-far', name: character.name, ...range }, { cause: error });
  });
  const corrections = await correctionsOf(ledger, character.id, [entry]);
  return { character, sight: sightOf(ask.person, roster, character, [entry], corrections) };
}

/**
 * The active character of any person, as it is now.
 * @throws {PartyRefusal} when the person has none.
 */
export async function sheetOfPerson(ledger: Ledger, ask: Ask, person: string): Promise<Sheet> {
  const id = (await rosterOf(ledger, ask.server, 0)).active[person];
  if (id === undefined) throw new PartyRefusal({ code: 'nobody-played', person });
  return sheet(ledger, ask, { id });
}

/** A character that a person is about to change, as it is now. @throws {PartyRefusal} when the person may not. */
export async function sheetToChange(ledger: Ledger, ask: Ask, id: string, right: Right): Promise<Sheet> {
  const { character, roster } = await findTarget(ledger, ask, { id });
  checkRight(right, ask.person, character, roster);
  return sheet(ledger, ask, { id });
}

export async function everyone(ledger: Ledger, ask: Ask): Promise<Everyone> {
  const roster = await rosterOf(ledger, ask.server);
  const seen = await Promise.all(
    roster.characters.filter(isLiving).map(async (character) => {
      const entries = [await latestOf(ledger, ask, character, roster)];
      return { character, entries };
    }),
  );
  const hidden = isDungeonMaster(ask.person, roster) ? seen.filter((one) => one.character.hidden) : [];
  return {
    sheets: seen.map(({ character, entries }) => ({ character, sight: asPlayersSee(character, entries) })),
    hidden: hidden.map(({ character, entries }) => ({ character, sight: withNumbers(entries) })),
  };
}

/** Names for autocomplete: what was typed so far can become them. */
export async function names(ledger: Ledger, ask: Ask, typed: string, most: number): Promise<string[]> {
  return completions(await rosterOf(ledger, ask.server), typed, most);
}

/** One who has retired, for autocomplete. */
export interface Former {
  character: Character;
  /** Whether the name alone means this one: nobody living has it, and nobody left later under it. */
  isMeantByName: boolean;
}

/** Those who retired, however long ago, for autocomplete: in the name, or in when they left, is what was typed so far. */
export async function former(ledger: Ledger, ask: Ask, typed: string, most: number): Promise<Former[]> {
  const roster = await rosterOf(ledger, ask.server);
  const offered = await retiredOfferedFor(ledger, ask.server, roster, typed, most);
  return Promise.all(
    offered.map(async (character) => ({ character, isMeantByName: await isLast(character) })),
  );

  async function isLast({ id, name }: Character): Promise<boolean> {
    if (roster.characters.some((one) => isLiving(one) && isNamed(one, name))) return false;
    const last = await findRetired(ledger, ask.server, roster, (one) => isNamed(one, name));
    return last?.id === id;
  }
}

function latestOf(ledger: Ledger, ask: Ask, character: Character, roster: Roster): Promise<Entry> {
  return withStream(ledger, ask.server, { character, roster }, () =>
    ledger.project(hitPoints, character.id, fresh),
  );
}
