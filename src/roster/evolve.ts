import { isLiving } from './decide.js';
import type { RosterEvent } from './event.js';
import { emptyRoster, keptRetired, mostGuests, mostRetired } from './state.js';
import type { Character, Roster } from './state.js';

/** The roster after an event. */
export function evolve(roster: Roster = emptyRoster, event: RosterEvent): Roster {
  const next = withEvent(roster, event);
  const chooser = event.type === 'CharacterChosen' ? event.details.person : undefined;
  return { ...next, active: withFewGuests(next, chooser), version: roster.version + 1 };
}

function withEvent(roster: Roster, event: RosterEvent): Roster {
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
      const characters = roster.characters.map((one) => (one.id === id ? handedOver(one, to) : one));
      return { ...roster, characters, active };
    }
    case 'CharacterRetired': {
      const { id, at } = event.details;
      const leaving = roster.characters.filter((one) => one.id === id);
      return withFewRetired({
        ...roster,
        // last, so that those who left stand in the order in which they did
        characters: [
          ...roster.characters.filter((one) => one.id !== id),
          ...leaving.map((one) => ({ ...one, retired: at ?? (true as const) })),
        ],
        retirements: roster.retirements + 1,
        active: without(roster.active, id),
      });
    }
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

/** Another's from now on; whoever had it first is remembered. */
function handedOver({ addedBy: first, ...character }: Character, to: string): Character {
  const addedBy = first ?? character.owner;
  return { ...character, owner: to, ...(addedBy !== to && { addedBy }) };
}

/** The state rides on each event, so the oldest that retired are left to an earlier one. */
function withFewRetired(roster: Roster): Roster {
  const retired = roster.characters.filter((one) => !isLiving(one));
  if (retired.length <= mostRetired) return roster;
  const left = new Set(retired.slice(0, -keptRetired));
  // this is not counted yet: the state at the version before still holds them all
  return {
    ...roster,
    characters: roster.characters.filter((one) => !left.has(one)),
    earlier: roster.version,
  };
}

/**
 * The active characters without those of some who play nobody of their own, where there are too many. A stored map has no
 * order, so it is not the oldest choice that goes, but the person with the lowest id; never the one who has just chosen.
 */
function withFewGuests({ active, characters }: Roster, chooser: string | undefined): Roster['active'] {
  const owners = new Set(characters.filter(isLiving).map(({ owner }) => owner));
  const guests = Object.keys(active).filter((person) => !owners.has(person));
  if (guests.length <= mostGuests) return active;
  const leaving = guests
    .filter((person) => person !== chooser)
    .sort(byNumber)
    .slice(0, guests.length - mostGuests);
  return Object.fromEntries(Object.entries(active).filter(([person]) => !leaving.includes(person)));
}

/** Discord ids are numbers of different lengths. */
function byNumber(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}
