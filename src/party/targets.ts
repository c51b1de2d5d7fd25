import type { Ledger } from '../ledger/index.js';
import { findCharacter, isLiving, isNamed, meansParty, RosterRefusal } from '../roster/index.js';
import type { Character, Roster } from '../roster/index.js';
import type { Ask } from './ask.js';
import { PartyRefusal } from './refusal.js';
import { findRetired, retiredMeantBy } from './retired.js';
import { rosterOf } from './roster.js';

/** One whom a command means: what was typed, its id, or nobody by name. */
export type Target = string | { id: string } | undefined;
/** All whom a command means. */
export type Meant = Target | { ids: readonly string[] };

/** One that a command was not done to, and why. */
export interface NotDone {
  name: string;
  /** Players must not see why where it holds numbers of a hidden creature. */
  hidden?: boolean;
  error: unknown;
}

export interface Targets {
  roster: Roster;
  /** In the order in which they were named. */
  found: Character[];
  notFound: NotDone[];
  /** More than one was named, or the whole party. */
  several: boolean;
}

/** What autocomplete sends where a name says too little: the id of a character. */
const typedId = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
/** So many can be named at once: each is a write, and has its line in the answer. */
const mostTargets = 50;

/**
 * The one character that a person means: by name, by the beginning of a name, by id, or by naming none. Where one who has retired
 * may be meant, that is whoever left last under the name, however long ago.
 * @throws {RosterRefusal} when the name says nobody or several. @throws {PartyRefusal} when there is no active character.
 */
export async function findTarget(
  ledger: Ledger,
  ask: Ask,
  target: Target,
  options: { retired?: boolean } = {},
): Promise<{ character: Character; roster: Roster }> {
  return newestIfNeeded(
    ledger,
    ask.server,
    async (roster) => ({
      roster,
      character: await one(ledger, ask, roster, target, options.retired === true),
    }),
    ({ character }) => isLiving(character),
  );
}

/**
 * All whom a person means: names with commas between them, or `party` for every player character.
 * @throws as {@link findTarget} where one was named; of several, those that are nobody are told of in the result.
 */
export async function findTargets(ledger: Ledger, ask: Ask, target: Meant): Promise<Targets> {
  if (typeof target === 'object' && 'ids' in target) {
    const { ids } = target;
    return newestIfNeeded(
      ledger,
      ask.server,
      (roster) => byIds(roster, ids),
      () => true,
    );
  }
  const names = typeof target === 'string' ? target.split(',').filter((name) => name.trim() !== '') : [];
  const [only] = names;
  if (names.length < 2 && (only === undefined || !meansParty(only))) {
    const { roster, character } = await findTarget(ledger, ask, only ?? target);
    return { roster, found: [character], notFound: [], several: false };
  }
  const remembered = names.some(meansParty) ? undefined : all(await rosterOf(ledger, ask.server), names);
  // someone may have been added by another process just now
  const targets =
    remembered?.notFound.length === 0 ? remembered : all(await rosterOf(ledger, ask.server, 0), names);
  const count = targets.found.length + targets.notFound.length;
  if (count > mostTargets) throw new PartyRefusal({ code: 'too-many-targets', count, most: mostTargets });
  return targets;
}

/**
 * A roster that is remembered may be old: what is not found in it is looked for in the newest, and so is whoever took the name of
 * one that has left.
 */
async function newestIfNeeded<T>(
  ledger: Ledger,
  server: string,
  find: (roster: Roster) => T | Promise<T>,
  isCertain: (found: T) => boolean,
): Promise<T> {
  try {
    const found = await find(await rosterOf(ledger, server));
    if (isCertain(found)) return found;
  } catch (error) {
    if (!(error instanceof RosterRefusal || error instanceof PartyRefusal)) throw error;
  }
  return find(await rosterOf(ledger, server, 0));
}

async function one(
  ledger: Ledger,
  { server, person }: Ask,
  roster: Roster,
  target: Target,
  retired: boolean,
): Promise<Character> {
  if (target === undefined) return activeCharacter(roster, person.id);
  const typed = typeof target === 'string' ? target : '';
  const id = typeof target === 'string' ? typedId.exec(target.trim())?.[0] : target.id;
  if (id === undefined) return byName(ledger, server, roster, typed, retired);
  const character =
    roster.characters.find((each) => each.id === id) ??
    (await findRetired(ledger, server, roster, (each) => each.id === id));
  if (character === undefined) throw new PartyRefusal({ code: 'character-elsewhere' });
  if (!isLiving(character) && !retired)
    throw new RosterRefusal({ code: 'character-retired', name: character.name });
  return character;
}

/** Looks further back than the roster's state only where nobody on it can be meant. */
async function byName(
  ledger: Ledger,
  server: string,
  roster: Roster,
  typed: string,
  retired: boolean,
): Promise<Character> {
  const meant = (former: readonly Character[]) => findCharacter(roster, typed, { retired, former });
  if (retired) {
    const isHere = roster.characters.some((each) => isLiving(each) && isNamed(each, typed));
    return meant(isHere ? [] : await retiredMeantBy(ledger, server, roster, typed));
  }
  try {
    return findCharacter(roster, typed);
  } catch (error) {
    if (!(error instanceof RosterRefusal) || error.refused.code !== 'character-unknown') throw error;
    const left = await findRetired(ledger, server, roster, (each) => isNamed(each, typed));
    return meant(left === undefined ? [] : [left]);
  }
}

/** @throws {PartyRefusal} when the person has none. */
function activeCharacter(roster: Roster, person: string): Character {
  const character = roster.characters.find(({ id }) => id === roster.active[person]);
  if (character === undefined) throw new PartyRefusal({ code: 'no-active-character' });
  return character;
}

function all(roster: Roster, names: string[]): Targets {
  const found = new Map<string, Character>();
  const notFound: NotDone[] = [];
  for (const name of names.map((each) => each.trim())) {
    try {
      const meant = meansParty(name) ? playerCharacters(roster) : [findCharacter(roster, name)];
      for (const character of meant) {
        if (found.has(character.id)) throw new PartyRefusal({ code: 'target-twice', name: character.name });
        found.set(character.id, character);
      }
    } catch (error) {
      if (!(error instanceof RosterRefusal || error instanceof PartyRefusal)) throw error;
      notFound.push({ name, error });
    }
  }
  return { roster, found: [...found.values()], notFound, several: true };
}

/** Who has left since is told of in the result. @throws {PartyRefusal} where the roster never held any of them. */
function byIds(roster: Roster, ids: readonly string[]): Targets {
  const all = roster.characters.filter(({ id }) => ids.includes(id));
  if (all.length === 0) throw new PartyRefusal({ code: 'character-elsewhere' });
  const notFound = all
    .filter((character) => !isLiving(character))
    .map(({ name }) => ({ name, error: new RosterRefusal({ code: 'character-retired', name }) }));
  return { roster, found: all.filter(isLiving), notFound, several: true };
}

/** @throws {PartyRefusal} when there is none. */
function playerCharacters(roster: Roster): Character[] {
  const characters = roster.characters.filter((one) => isLiving(one) && one.kind === 'pc');
  if (characters.length === 0) throw new PartyRefusal({ code: 'party-empty' });
  return characters;
}
