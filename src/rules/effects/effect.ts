import type { State } from '../state.js';

/**
 * What the rules make of an event on a state. The input is what went into the event (an amount, a die); the details are
 * that and what came of it, step by step. Decided anew for every state: when an earlier event is taken back, the later
 * ones are replayed on another state, and where they no longer make sense there they do nothing. A rule that differs
 * between the editions takes the edition of its event; so far none does.
 */
export interface Effect<Details> {
  state: State;
  details: Details;
}
