import { z } from 'zod';
import type { State } from '../state.js';
import { concentrationSchema, conditions } from '../vocabulary.js';

/**
 * What the rules make of an event on a state. The input is what went into the event (an amount, a die); the details are
 * that and what came of it, step by step. Decided anew for every state: when an earlier event is taken back, the later
 * ones are replayed on another state, and where they no longer make sense there they do nothing. A rule that differs
 * between the editions takes the edition of its event.
 */
export interface Effect<Details> {
  state: State;
  details: Details;
}

/** What details say of how someone is after the event. */
export const turnedDetails = {
  /** Where it changed. */
  condition: z.enum(conditions).optional(),
  /** What was concentrated on until then. */
  concentrationEnded: concentrationSchema.optional(),
};

/** How someone is after an event, where that changed. */
export function turned(before: State, after: State) {
  const { concentration } = before;
  return {
    ...(after.condition !== before.condition && { condition: after.condition }),
    ...(concentration !== null && after.concentration === null && { concentrationEnded: concentration }),
  };
}
