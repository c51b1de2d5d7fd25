import type { Band, Correction, Event, EventType, State } from '../rules/index.js';

/** An event as a person reads it. */
export interface Entry {
  version: number;
  /** ISO 8601, UTC. */
  at: string;
  /** Discord user id. */
  by: string;
  event: Event;
  /** After the event. */
  state: State;
  /** What takes it back or puts it right. */
  corrected?: { version: number; event: Correction };
}

/** An event of a hidden creature, as players read it. */
export interface Glimpse {
  version: number;
  /** ISO 8601, UTC. */
  at: string;
  /** Discord user id. */
  by: string;
  type: Event['type'];
  /** After the event. */
  band: Band;
  /** What takes it back or puts it right. */
  corrected?: { version: number; type: Correction['type'] };
}

/** Entries as the reader may see them. */
export type Sight = { numbers: true; entries: Entry[] } | { numbers: false; entries: Glimpse[] };

/** The newest entry, as far as everyone may know of it. */
export function latestOf(sight: Sight): { version: number; type: EventType } | undefined {
  const [latest] = sight.numbers
    ? sight.entries.map(({ version, event }) => ({ version, type: event.type }))
    : sight.entries;
  return latest;
}

/** Whom an answer is about. */
export interface Character {
  /** Of its stream. */
  id: string;
  name: string;
  kind: 'pc' | 'npc';
  /** Discord user id. */
  owner: string;
  /** Players see no numbers. */
  hidden?: boolean;
}
