import type { Rolled } from './amount.js';
import type { Chance } from './chance.js';
import type { DamageOptions, RolledPart } from './damage.js';

/** Needs none of what reads and rolls dice, which takes most of a second to load. */
const plainNumber = /^\s*(?:0|[1-9]\d{0,3})\s*$/;

/**
 * One amount without types: `7`, `2d6+3`. What comes to less than nothing is 0.
 * @throws {DiceRefusal} where it can't be meant, or is out of bounds.
 */
export async function rollAmount(typed: string, chance: Chance): Promise<Rolled> {
  if (plainNumber.test(typed)) return { amount: Number(typed) };
  const { amountOf } = await import('./amount.js');
  return amountOf(typed, chance);
}

/**
 * Damage by types, `2d6+3 slashing + 1d8 fire`: what stands before a type is of that type, and what comes last may be
 * of none.
 * @throws {DiceRefusal} where it can't be meant, or is out of bounds.
 */
export async function rollDamage<Type extends string>(
  typed: string,
  options: DamageOptions<Type>,
  chance: Chance,
): Promise<RolledPart<Type>[]> {
  if (plainNumber.test(typed)) return [{ amount: Number(typed) }];
  const { damageOf } = await import('./damage.js');
  return damageOf(typed, options, chance);
}

/** Loads what reads and rolls dice: for a program that would rather wait as it starts than at the first dice. */
export async function loadDice(): Promise<void> {
  await import('./damage.js');
}
