import { damaged } from './effects/damaged.js';
import { deathSaveRolled } from './effects/death-save-rolled.js';
import { enrolled } from './effects/enrolled.js';
import { healed } from './effects/healed.js';
import { hitPointsSet } from './effects/hit-points-set.js';
import { revived } from './effects/revived.js';
import { temporaryGranted } from './effects/temporary-granted.js';
import type { Event } from './event.js';
import { refuse } from './refusal.js';
import type { State } from './state.js';

/**
 * The state after an event: what went into it, decided anew on this state. Total on every state that a character can be in;
 * an event that makes no sense there does nothing.
 * @throws {Refusal} when a stream does not begin with Enrolled.
 */
export function evolve(state: State | undefined, event: Event): State {
  if (event.type === 'Enrolled') return state ?? enrolled(event.details).state;
  if (state === undefined) return refuse({ code: 'not-enrolled' });
  switch (event.type) {
    case 'Damaged':
      return damaged(state, event.details).state;
    case 'Healed':
      return healed(state, event.details).state;
    case 'TemporaryGranted':
      return temporaryGranted(state, event.details).state;
    case 'HitPointsSet':
      return hitPointsSet(state, event.details).state;
    case 'DeathSaveRolled':
      return deathSaveRolled(state, event.details).state;
    case 'Revived':
      return revived(state, event.details).state;
  }
}
