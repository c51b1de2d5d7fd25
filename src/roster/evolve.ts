import { isLiving } from './decide.js';
import type { RosterEvent } from './event.js';
import { emptyRoster, mostRetired } from './state.js';
import type { Character, Roster } from './state.js';

/** The roster after an event. */
export function evolve(roster: Roster = emptyRoster, event: RosterEvent): Roster {
  const { details } = event;
  switch (event.type) {
    case 'CharacterAdded': {
      const { id, name, kind, owner } = event.details;
      const characters = [...roster.characters, { id, name, kind, owner }];
      // a person's first own character is the one that their commands mean
      const first = kind === 'pc' && roster.active[owner] === undefined;
      return { ...roster, characters, active: first ? { ...roster.active, [owner]: id } : roster.active };
    }
    case 'CharacterRenamed':
      return { ...roster, characters: changed(roster, details.id, { name: event.details.to }) };
    case 'CharacterRetired':
      return {
        ...roster,
        characters: withoutOldestRetired(changed(roster, details.id, { retired: true })),
        active: Object.fromEntries(Object.entries(roster.active).filter(([, id]) => id !== details.id)),
      };
    case 'CharacterChosen':
      return { ...roster, active: { ...roster.active, [event.details.person]: details.id } };
  }
}

function changed(roster: Roster, id: string, change: Partial<Character>): Character[] {
  return roster.characters.map((one) => (one.id === id ? { ...one, ...change } : one));
}

function withoutOldestRetired(characters: Character[]): Character[] {
  const retired = characters.filter((one) => !isLiving(one));
  const forgotten = new Set(retired.slice(0, Math.max(0, retired.length - mostRetired)));
  return characters.filter((one) => !forgotten.has(one));
}
