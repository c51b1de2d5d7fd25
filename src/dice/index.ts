export type { Rolled } from './amount.js';
export { rollDie } from './chance.js';
export type { Chance } from './chance.js';
export type { DamageOptions, RolledPart } from './damage.js';
export { DiceRefusal } from './refusal.js';
export type { DiceRefused } from './refusal.js';
export { loadDice, rollAmount, rollDamage } from './roll.js';
