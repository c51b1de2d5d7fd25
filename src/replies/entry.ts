import type { Event, State } from '../rules/index.js';

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
}

/** A character with the last thing that happened to it. */
export interface Sheet {
  name: string;
  kind: 'pc' | 'npc';
  /** Discord user id. */
  owner: string;
  latest: Entry;
}
