import type { Character } from '../roster/index.js';
import type { Person } from './ask.js';
import { PartyRefusal } from './refusal.js';

/** `change`: hit points in play. `govern`: what is the owner's or the DM's alone, a number put right or a name. */
export type Right = 'change' | 'govern';

export function isDungeonMaster(person: Person): boolean {
  return person.managesServer;
}

/**
 * Everyone may change any player character; creatures are the DM's.
 * @throws {PartyRefusal} when this person may not.
 */
export function checkRight(right: Right, person: Person, character: Character): void {
  if (isDungeonMaster(person)) return;
  const { name, kind, owner } = character;
  if (kind === 'npc') throw new PartyRefusal({ code: 'not-allowed', name, who: 'dm' });
  if (right === 'govern' && owner !== person.id)
    throw new PartyRefusal({ code: 'not-allowed', name, who: 'owner-or-dm' });
}
