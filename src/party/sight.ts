import type { Character, Roster } from '../roster/index.js';
import { bandOf } from '../rules/index.js';
import type { Band, Event } from '../rules/index.js';
import type { Person } from './ask.js';
import type { Entry } from './streams.js';
import { seesNumbers } from './who-may.js';

/** All that players learn of an event of a hidden creature. No number, no note, and no hash, from which numbers can be guessed. */
export interface Glimpse {
  version: number;
  /** ISO 8601, UTC. */
  at: string;
  /** Discord user id. */
  by: string;
  type: Event['type'];
  /** How the creature was after it. */
  band: Band;
}

/** Entries as a person may see them. */
export type Sight = { numbers: true; entries: Entry[] } | { numbers: false; entries: Glimpse[] };

/** What a person may see of a character's entries. */
export function sightOf(person: Person, roster: Roster, character: Character, entries: Entry[]): Sight {
  return seesNumbers(person, character, roster)
    ? { numbers: true, entries }
    : { numbers: false, entries: entries.map(glimpseOf) };
}

/** What may be said of a character's entries in the open, whoever asks. */
export function asPlayersSee(character: Character, entries: Entry[]): Sight {
  return character.hidden === true
    ? { numbers: false, entries: entries.map(glimpseOf) }
    : { numbers: true, entries };
}

function glimpseOf({ version, at, by, event, state }: Entry): Glimpse {
  return { version, at, by, type: event.type, band: bandOf(state) };
}
