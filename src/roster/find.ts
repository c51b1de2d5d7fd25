import { distance } from 'fastest-levenshtein';
import { isLiving } from './decide.js';
import { nameKey } from './name.js';
import { refuse } from './refusal.js';
import type { Character, Roster } from './state.js';

/**
 * The character that is meant by a name or by the beginning of one.
 * @param options.retired also find those that have left, for looking at.
 * @throws {RosterRefusal} when nobody is meant (with names that come near) or several are.
 */
export function findCharacter(roster: Roster, typed: string, options: { retired?: boolean } = {}): Character {
  const key = nameKey(typed);
  const named = roster.characters.filter((one) => nameKey(one.name) === key);
  const living = roster.characters.filter(isLiving);
  const begun = living.filter((one) => nameKey(one.name).startsWith(key));
  // a name may have been borne by several that left: the last of them is meant
  const left = named.findLast((one) => !isLiving(one));

  const exact = named.find(isLiving) ?? (options.retired === true ? left : undefined);
  if (exact !== undefined) return exact;
  const [only, ...others] = key === '' ? [] : begun;
  if (only !== undefined && others.length === 0) return only;
  if (only !== undefined) refuse({ code: 'character-ambiguous', typed, names: begun.map((one) => one.name) });
  if (left !== undefined) refuse({ code: 'character-retired', name: left.name });
  return refuse({ code: 'character-unknown', typed, suggestions: near(living, key) });
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
