export { bandOf, bands, isBloodied } from './bands.js';
export type { Band } from './bands.js';
export type { Command } from './command.js';
export { decide } from './decide.js';
export type { DamagePart } from './effects/damage-part.js';
export { eventSchema } from './event.js';
export type { DetailsOf, Event, EventType } from './event.js';
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
