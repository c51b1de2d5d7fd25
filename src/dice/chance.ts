import { refuse } from './refusal.js';

/** Where chance comes in. */
export interface Chance {
  /** 32 random bits, as an integer, signed or unsigned. */
  next(): number;
}

const bitPatterns = 2 ** 32;

/**
 * One die, fair: bits that would favour its low faces are thrown away and drawn again.
 * A chance whose `next()` is always `n - 1` rolls an `n` with every die that has one.
 */
export function rollDie(sides: number, chance: Chance): number {
  const fair = bitPatterns - (bitPatterns % sides);
  let bits: number;
  do bits = chance.next() >>> 0;
  while (bits >= fair);
  return (bits % sides) + 1;
}

/** The most dice that are rolled for one amount, with those that other dice bring about. */
export const mostDice = 100;

/** What the dice of one amount are rolled from. */
export interface Cup {
  /** How often all dice are rolled. */
  times: number;
  /** @throws {DiceRefusal} at the die that is one too many. */
  roll(sides: number): number;
}

/**
 * A cup of dice. All dice of a critical hit are rolled twice, and nothing else is doubled: SRD 5.2.1, "Critical
 * Hits".
 */
export function cupOf(chance: Chance, critical: boolean): Cup {
  let rolled = 0;
  const roll = (sides: number) => {
    rolled += 1;
    if (rolled > mostDice) refuse({ code: 'dice-too-many', most: mostDice });
    return rollDie(sides, chance);
  };
  return { times: critical ? 2 : 1, roll };
}
