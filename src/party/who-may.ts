import { mostOfOnePerson } from '../roster/index.js';
import type { Character, Policy, Roster } from '../roster/index.js';
import type { Event, EventType } from '../rules/index.js';
import type { Person } from './ask.js';
import { PartyRefusal } from './refusal.js';

/**
 * `change`: hit points in play. `correct`: numbers put right, and what decides how they change. `govern`: whose a character
 * is, its name, that it leaves.
 */
export type Right = 'change' | 'correct' | 'govern';

/** The DM is whoever has the DM role of the settings, or Manage Server. */
export function isDungeonMaster(person: Person, { settings }: Roster): boolean {
  return person.managesServer || (settings.dmRole !== null && person.roles.includes(settings.dmRole));
}

/** @throws {PartyRefusal} for who is not the DM. */
export function checkDungeonMaster(person: Person, roster: Roster): void {
  if (!isDungeonMaster(person, roster)) throw new PartyRefusal({ code: 'dm-only' });
}

/** How many living characters a person can bring one to have; the DM is bounded by the roster's own size alone. */
export function mostFrom(person: Person, roster: Roster): { most?: number } {
  return isDungeonMaster(person, roster) ? {} : { most: mostOfOnePerson };
}

/** Who has a right to a player character, from the widest to the narrowest. */
const entitled: Record<Right, Record<Policy, Policy>> = {
  change: { everyone: 'everyone', owner: 'owner', dm: 'dm' },
  correct: { everyone: 'owner', owner: 'owner', dm: 'dm' },
  govern: { everyone: 'owner', owner: 'owner', dm: 'owner' },
};

/**
 * Creatures are the DM's. Of player characters the setting says who may change them; to put numbers right, and to govern
 * them, takes at least the owner.
 * @throws {PartyRefusal} when this person may not.
 */
export function checkRight(right: Right, person: Person, character: Character, roster: Roster): void {
  if (isDungeonMaster(person, roster)) return;
  const { name, kind, owner } = character;
  const who = kind === 'npc' ? 'dm' : entitled[right][roster.settings.whoMayChange];
  if (who === 'dm') throw new PartyRefusal({ code: 'not-allowed', name, who: 'dm' });
  if (who === 'owner' && owner !== person.id)
    throw new PartyRefusal({ code: 'not-allowed', name, who: 'owner-or-dm' });
}

/** What puts a number right, or what decides how it changes; all else is hit points in play. */
const corrects: ReadonlySet<EventType> = new Set<EventType>([
  'HitPointsSet',
  'MaximumSet',
  'MaximumAdjusted',
  'Revived',
  'DefensesSet',
  'Edited',
  'Amended',
]);

/** What it takes to take an event back or to put it right: the right to do what it did. */
export function rightTo(event: Event): Right {
  return corrects.has(event.type === 'Reverted' ? event.details.type : event.type) ? 'correct' : 'change';
}

/** Everyone may look, but the numbers of a hidden creature are the DM's. */
export function seesNumbers(person: Person, character: Character, roster: Roster): boolean {
  return character.hidden !== true || isDungeonMaster(person, roster);
}
