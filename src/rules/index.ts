export { bandOf, bands, isBloodied } from './bands.js';
export type { Band } from './bands.js';
export type { Command, Deed } from './command.js';
export type { Amendment } from './corrections/amendment.js';
export { amendmentsOf, isCorrection, reachesBackTo, traces } from './corrections/counting.js';
export { deedOf } from './corrections/deed-of.js';
export type { Difference, Outcome } from './corrections/details.js';
export type { Passed, Past } from './corrections/past.js';
export { putRight, withAmendments } from './corrections/put-right.js';
export { holdingOf, remembered } from './corrections/trace.js';
export type { Corrections, Trace } from './corrections/trace.js';
export { decide } from './decide.js';
export type { DamagePart } from './effects/damage-part.js';
export { eventSchema } from './event.js';
export type { Correction, DetailsOf, Event, EventType, Original } from './event.js';
export { evolve } from './evolve.js';
export { Refusal } from './refusal.js';
export type { RulesRefused } from './refusal.js';
export { maximum, stateSchema } from './state.js';
export type { Condition, Defenses, State } from './state.js';
export {
  damageTypes,
  editions,
  highestAdjustment,
  highestAmount,
  highestBonus,
  highestConstitution,
  highestHitDice,
  hitDieSides,
  longestConcentration,
  longestNote,
  longestRolled,
  lowestConstitution,
  mostParts,
} from './vocabulary.js';
export type { DamageType, Edition, Kind } from './vocabulary.js';
