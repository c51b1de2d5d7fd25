import { isLiving } from './decide.js';
import type { RosterEvent } from './event.js';
import { emptyRoster, mostRetired } from './state.js';
import type { Character, Roster } from './state.js';

/** The roster after an event. */
export function evolve(roster: Roster = emptyRoster, event: RosterEvent): Roster {
  switch (event.type) {
    case 'CharacterAdded': {
      const { id, name, kind, owner, hidden } = event.details;
      const added = {
        ...roster,
        characters: [...roster.characters, { id, name, kind, owner, ...(hidden && { hidden }) }],
      };
      return kind === 'pc' ? { ...added, active: withFirst(roster.active, owner, id) } : added;
    }
    case 'CharacterRenamed':
      return { ...roster, characters: changed(roster, event.details.id, { name: event.details.to }) };
    case 'CharacterEdited': {
      const { id, ...change } = event.details;
      return { ...roster, characters: changed(roster, id, change) };
    }
    case 'CharacterGiven': {
      const { id, to } = event.details;
      const active = withFirst(without(roster.active, id), to, id);
      return { ...roster, characters: changed(roster, id, { owner: to }), active };
    }
    case 'CharacterRetired':
      return {
        ...roster,
        characters: withoutOldestRetired(changed(roster, event.details.id, { retired: true })),
        active: without(roster.active, event.details.id),
      };
    case 'CharacterChosen':
      return { ...roster, active: { ...roster.active, [event.details.person]: event.details.id } };
    case 'SettingsChanged':
      return { ...roster, settings: { ...roster.settings, ...event.details } };
  }
}

/** A person's first own character is the one that their commands mean. */
function withFirst(active: Roster['active'], person: string, id: string): Roster['active'] {
  return active[person] === undefined ? { ...active, [person]: id } : active;
}

function without(active: Roster['active'], id: string): Roster['active'] {
  return Object.fromEntries(Object.entries(active).filter(([, one]) => one !== id));
}

function changed(roster: Roster, id: string, change: Partial<Character>): Character[] {
  return roster.characters.map((one) => (one.id === id ? { ...one, ...change } : one));
}

function withoutOldestRetired(characters: Character[]): Character[] {
  const retired = characters.filter((one) => !isLiving(one));
  const forgotten = new Set(retired.slice(0, Math.max(0, retired.length - mostRetired)));
  return characters.filter((one) => !forgotten.has(one));
}
