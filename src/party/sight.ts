import type { Character, Roster } from '../roster/index.js';
import { bandOf, holdingOf, isCorrection, traces } from '../rules/index.js';
import type { Band, Correction, Event } from '../rules/index.js';
import type { Person } from './ask.js';
import type { Entry } from './streams.js';
import { seesNumbers } from './who-may.js';

/** An event, and what takes it back or puts it right. */
export type Seen = Entry & { corrected?: { version: number; event: Correction } };

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
  /** What takes it back or puts it right. */
  corrected?: { version: number; type: Correction['type'] };
}

/** Entries as a person may see them. */
export type Sight = { numbers: true; entries: Seen[] } | { numbers: false; entries: Glimpse[] };

/** The correction that holds for an entry, by the version of that one. */
export type Corrections = ReadonlyMap<number, { version: number; event: Correction }>;

/**
 * What a person may see of a character's entries.
 * @param corrections left out: those among the entries, which are the latest, the newest first.
 */
export function sightOf(
  person: Person,
  roster: Roster,
  character: Character,
  entries: readonly Entry[],
  corrections?: Corrections,
): Sight {
  return seesNumbers(person, character, roster)
    ? withNumbers(entries, corrections)
    : withoutNumbers(entries, corrections);
}

/** What may be said of a character's entries in the open, whoever asks; see {@link sightOf}. */
export function asPlayersSee(
  character: Character,
  entries: readonly Entry[],
  corrections?: Corrections,
): Sight {
  return character.hidden === true ? withoutNumbers(entries, corrections) : withNumbers(entries, corrections);
}

/** All there is, for who may see it; see {@link sightOf}. */
export function withNumbers(entries: readonly Entry[], corrections = correctionsAmong(entries)): Sight {
  return {
    numbers: true,
    entries: entries.map((entry) => {
      const corrected = corrections.get(entry.version);
      return { ...entry, ...(corrected && { corrected }) };
    }),
  };
}

function withoutNumbers(entries: readonly Entry[], corrections = correctionsAmong(entries)): Sight {
  return {
    numbers: false,
    entries: entries.map(({ version, at, by, event, state }) => {
      const corrected = corrections.get(version);
      return {
        ...{ version, at, by, type: event.type, band: bandOf(state) },
        ...(corrected && { corrected: { version: corrected.version, type: corrected.event.type } }),
      };
    }),
  };
}

/** @param entries the newest first: a correction is newer than what it corrects. */
function correctionsAmong(entries: readonly Entry[]): Corrections {
  const all = new Map(entries.map((entry) => [entry.version, entry]));
  const held = [...holdingOf(traces(entries.toReversed()))];
  return new Map(
    held.flatMap(([version, { by }]) => {
      const event = all.get(by)?.event;
      return event !== undefined && isCorrection(event) ? [[version, { version: by, event }]] : [];
    }),
  );
}
