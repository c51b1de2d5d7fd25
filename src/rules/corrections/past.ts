import type { Event } from '../event.js';
import type { State } from '../state.js';

/** An event and its number in the stream. */
export interface Passed {
  version: number;
  event: Event;
}

/**
 * The end of a stream, as far back as a correction reaches, and the corrections in it reach: oldest first and without a gap.
 */
export interface Past {
  /** Before the first of the events. */
  before: State | undefined;
  events: readonly Passed[];
}

export const noPast: Past = { before: undefined, events: [] };
