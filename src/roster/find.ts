import { distance } from 'fastest-levenshtein';
import { isLiving } from './decide.js';
import { nameKey } from './name.js';
import { refuse } from './refusal.js';
import type { Character, Roster } from './state.js';

/** So many names a refusal lists at most. */
const mostNamed = 10;

/** For a look at those who retired. */
export interface FindOptions {
  /** Also find those that have left, for looking at. */
  retired?: boolean;
  /** Those that have left and may be meant, the latest first; left out: those whom the roster still holds. */
  former?: readonly Character[];
}

/**
 * The character that is meant by a name or by the beginning of one. Of those that have left, the last one of that name.
 * @throws {RosterRefusal} when nobody is meant (with names that come near) or several are.
 */
export function findCharacter(
  roster: Roster,
  typed: string,
  { retired = false, former = retiredIn(roster).reverse() }: FindOptions = {},
): Character {
  const key = nameKey(typed);
  const living = roster.characters.filter(isLiving);
  const begun = living.filter((one) => nameKey(one.name).startsWith(key));
  const left = former.find((one) => isNamed(one, typed));

  const exact = living.find((one) => isNamed(one, typed)) ?? (retired ? left : undefined);
  if (exact !== undefined) return exact;
  const [only, ...others] = key === '' ? [] : begun;
  if (only !== undefined && others.length === 0) return only;
  if (only !== undefined) refuse({ code: 'character-ambiguous', typed, names: begun.map((one) => one.name) });
  if (left !== undefined) refuse({ code: 'character-retired', name: left.name });
  const begunLeft = retired && key !== '' ? former.filter((one) => nameKey(one.name).startsWith(key)) : [];
  const last = new Map(begunLeft.toReversed().map((one) => [nameKey(one.name), one]));
  const [onlyLeft, ...othersLeft] = last.values();
  if (onlyLeft !== undefined && othersLeft.length === 0) return onlyLeft;
  if (onlyLeft !== undefined) {
    const names = [...last.values()].reverse().map((one) => one.name);
    refuse({ code: 'character-ambiguous', typed, names: names.slice(0, mostNamed) });
  }
  return refuse({ code: 'character-unknown', typed, suggestions: near(living, key) });
}

/** Whether this is the character's name: case, accents and width don't matter. */
export function isNamed({ name }: Character, typed: string): boolean {
  return nameKey(name) === nameKey(typed);
}

/** Whether the name can be meant by what was typed: by all of it, or by its beginning. */
export function mayBeMeant({ name }: Character, typed: string): boolean {
  return nameKey(name).startsWith(nameKey(typed));
}

/** Those that have left and are still in the state, in the order in which they did. */
export function retiredIn({ characters }: Roster): Character[] {
  return characters.filter((one) => !isLiving(one));
}

/**
 * Whether a character that has left is offered for what was typed so far: each word of it is in the name, or in when it left,
 * so that of many with one name any can be found.
 */
export function isOffered({ name, retired }: Character, typed: string): boolean {
  const text = `${nameKey(name)} ${leftAt(retired).toLowerCase()}`;
  return nameKey(typed)
    .split(' ')
    .every((word) => text.includes(word));
}

/** When a character left, to the minute: `2026-11-23 19:30 UTC`; '' where that was not recorded. */
export function leftAt(retired: Character['retired']): string {
  return typeof retired === 'string' ? `${retired.slice(0, 10)} ${retired.slice(11, 16)} UTC` : '';
}

/** The names that what was typed so far can become: first those that begin with it, then those that hold it. */
export function completions(roster: Roster, typed: string, most: number): string[] {
  const key = nameKey(typed);
  const rank = (name: string) => (name.startsWith(key) ? 0 : name.includes(key) ? 1 : 2);
  return roster.characters
    .filter(isLiving)
    .map((one) => ({ name: one.name, rank: rank(nameKey(one.name)) }))
    .filter((one) => one.rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .map((one) => one.name)
    .slice(0, most);
}

/** Up to three names that differ from what was typed by few letters, or of which one word does; the nearest first. */
function near(living: Character[], key: string): string[] {
  return living
    .map(({ name }) => {
      const whole = nameKey(name);
      return { name, away: Math.min(...[whole, ...whole.split(' ')].map((word) => distance(word, key))) };
    })
    .filter(({ away }) => away <= Math.max(2, key.length / 3) && away < key.length)
    .sort((a, b) => a.away - b.away)
    .map(({ name }) => name)
    .slice(0, 3);
}
