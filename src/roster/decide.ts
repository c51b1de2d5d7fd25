import type { CharacterAdded, CharacterEdited, RosterEvent } from './event.js';
import { cleanName, nameKey } from './name.js';
import { refuse } from './refusal.js';
import { emptyRoster, mostCharacters } from './state.js';
import type { Character, Roster, Settings } from './state.js';

/** What can be asked of the roster. Who may ask is not its business. */
export type RosterCommand =
  /** `most`: how many living characters the owner may have, with this one; left out: as many as there is room for. */
  | { type: 'add'; character: CharacterAdded['details']; most?: number }
  | { type: 'rename'; id: string; name: string }
  | { type: 'edit'; id: string; change: Omit<CharacterEdited['details'], 'id'> }
  /** `most`: as for `add`, for the new owner. */
  | { type: 'give'; id: string; to: string; most?: number }
  /** `at`: when. ISO 8601, UTC. */
  | { type: 'retire'; id: string; at?: string }
  | { type: 'use'; id: string; person: string }
  | { type: 'set'; settings: Partial<Settings> };

/**
 * What a command does to the roster; `undefined` is a server's roster before its first event.
 * @throws {RosterRefusal} when it can't be done.
 */
export function decide(roster: Roster = emptyRoster, command: RosterCommand): RosterEvent {
  switch (command.type) {
    case 'add': {
      if (roster.characters.filter(isLiving).length >= mostCharacters)
        refuse({ code: 'roster-full', most: mostCharacters });
      const { most = Infinity } = command;
      if (countOf(roster, command.character.owner) >= most) refuse({ code: 'too-many-characters', most });
      checkHidden(command.character);
      return {
        type: 'CharacterAdded',
        details: { ...command.character, name: freeName(roster, command.character.name) },
      };
    }
    case 'rename': {
      const { id, name: from } = living(roster, command.id);
      const to = freeName(roster, command.name, id);
      if (to === from) refuse({ code: 'name-same', name: from });
      return { type: 'CharacterRenamed', details: { id, from, to } };
    }
    case 'edit': {
      const { id, change } = command;
      checkHidden({ ...living(roster, id), ...change });
      return { type: 'CharacterEdited', details: { id, ...change } };
    }
    case 'give': {
      const { id, name, kind, owner: from } = living(roster, command.id);
      const { to, most = Infinity } = command;
      if (kind === 'npc') refuse({ code: 'creature-not-given', name });
      if (from === to) refuse({ code: 'owner-same', name });
      if (countOf(roster, to, id) >= most) refuse({ code: 'owner-full', name, most });
      return { type: 'CharacterGiven', details: { id, from, to } };
    }
    case 'retire': {
      const { id } = living(roster, command.id);
      const { at } = command;
      return { type: 'CharacterRetired', details: { id, ...(at !== undefined && { at }) } };
    }
    case 'use': {
      const { id, name } = living(roster, command.id);
      if (roster.active[command.person] === id) refuse({ code: 'already-active', name });
      return { type: 'CharacterChosen', details: { id, person: command.person } };
    }
    case 'set':
      if (isAsIs(roster.settings, command.settings)) refuse({ code: 'settings-same' });
      return { type: 'SettingsChanged', details: command.settings };
  }
}

function isAsIs(settings: Settings, wanted: Partial<Settings>): boolean {
  const now = { feed: null, board: null, ...settings };
  return JSON.stringify({ ...now, ...wanted }) === JSON.stringify(now);
}

/** Only creatures are hidden: the hit points of a player character are everyone's to see. */
function checkHidden({ name, kind, hidden }: Pick<Character, 'name' | 'kind' | 'hidden'>): void {
  if (hidden === true && kind !== 'npc') refuse({ code: 'hidden-creatures-only', name });
}

export function isLiving(character: Character): boolean {
  return character.retired === undefined;
}

/**
 * How many living characters count to a person: their own, and those that they handed over, so that nobody fills the roster in
 * the names of others.
 * @param except the id of one that does not count.
 */
function countOf({ characters }: Roster, person: string, except?: string): number {
  const theirs = characters.filter(({ owner, addedBy }) => owner === person || addedBy === person);
  return theirs.filter((one) => isLiving(one) && one.id !== except).length;
}

/** The character with this id, for as long as it has not retired. */
function living(roster: Roster, id: string): Character {
  const character = roster.characters.find((one) => one.id === id);
  if (character === undefined) return refuse({ code: 'character-unknown', typed: '', suggestions: [] });
  if (!isLiving(character)) refuse({ code: 'character-retired', name: character.name });
  return character;
}

/** The name as it is kept, if no other living character bears it. */
function freeName(roster: Roster, typed: string, own?: string): string {
  const name = cleanName(typed);
  const key = nameKey(name);
  const holder = roster.characters.find(
    (one) => isLiving(one) && one.id !== own && nameKey(one.name) === key,
  );
  if (holder !== undefined) refuse({ code: 'name-taken', name: holder.name });
  return name;
}
