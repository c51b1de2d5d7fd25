import { adjustmentOf } from './effects/adjustment.js';
import { concentrationChanged } from './effects/concentration-changed.js';
import { damaged } from './effects/damaged.js';
import { deathSaveRolled } from './effects/death-save-rolled.js';
import { defensesSet } from './effects/defenses-set.js';
import { edited } from './effects/edited.js';
import { enrolled } from './effects/enrolled.js';
import { healed } from './effects/healed.js';
import { hitPointsSet } from './effects/hit-points-set.js';
import { maximumAdjusted } from './effects/maximum-adjusted.js';
import { maximumSet } from './effects/maximum-set.js';
import { rested } from './effects/rested.js';
import { revived } from './effects/revived.js';
import { stabilized } from './effects/stabilized.js';
import { temporaryGranted } from './effects/temporary-granted.js';
import type { Original } from './event.js';
import { refuse } from './refusal.js';
import type { State } from './state.js';

/**
 * The state after an event about hit points: what went into it, decided anew on this state. Total on every state that a character can be in;
 * an event that makes no sense there does nothing.
 * @throws {Refusal} when a stream does not begin with Enrolled.
 */
export function apply(state: State | undefined, event: Original): State {
  if (event.type === 'Enrolled') return state ?? enrolled(event.details).state;
  if (state === undefined) return refuse({ code: 'not-enrolled' });
  switch (event.type) {
    case 'Damaged': {
      const adjust = adjustmentOf(event.details.parts);
      return damaged(state, { ...event.details, adjust }, event.rules).state;
    }
    case 'Healed':
      return healed(state, event.details).state;
    case 'TemporaryGranted':
      return temporaryGranted(state, event.details).state;
    case 'HitPointsSet':
      return hitPointsSet(state, event.details).state;
    case 'DeathSaveRolled':
      return deathSaveRolled(state, event.details).state;
    case 'Stabilized':
      return stabilized(state).state;
    case 'Revived':
      return revived(state, event.details).state;
    case 'MaximumSet':
      return maximumSet(state, event.details, event.rules).state;
    case 'MaximumAdjusted':
      return maximumAdjusted(state, event.details, event.rules).state;
    case 'Rested':
      return rested(state, event.details, event.rules).state;
    case 'ConcentrationChanged':
      return concentrationChanged(state, event.details.on ?? null).state;
    case 'DefensesSet':
      return defensesSet(state, event.details).state;
    case 'Edited':
      return edited(state, event.details).state;
  }
}
