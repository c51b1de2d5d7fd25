import { booleanOf, integerOf, textOf } from '../read.js';
import { readDice } from '../hit-dice.js';
import type { Options } from '../request.js';

export const kinds = ['pc', 'npc'] as const;

/** What decides how hit points change, as far as it was filled in. */
export function sheetOptions(options: Options) {
  const dice = textOf(options, 'hit-dice');
  const constitution = integerOf(options, 'con');
  const makesDeathSaves = booleanOf(options, 'death-saves');
  return {
    ...(dice !== undefined && { hitDice: readDice(dice) }),
    ...(constitution !== undefined && { constitution }),
    ...(makesDeathSaves !== undefined && { makesDeathSaves }),
  };
}
