import { DiceRefusal } from '../../src/dice/index.js';
import type { DiceRefused } from '../../src/dice/index.js';

/** Why it was refused; nothing where it was not. */
export function refusalOf(roll: () => unknown): DiceRefused | undefined {
  try {
    roll();
    return undefined;
  } catch (error) {
    if (error instanceof DiceRefusal) return error.refused;
    throw error;
  }
}
