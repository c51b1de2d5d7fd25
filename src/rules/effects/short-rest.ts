import { z } from 'zod';
import { up } from '../state.js';
import type { State } from '../state.js';
import { constitutionSchema, hitDieSchema } from '../vocabulary.js';
import type { Edition } from '../vocabulary.js';
import type { Effect } from './effect.js';
import { healed } from './healed.js';
import { withoutDie } from './hit-dice.js';

/** Hit dice that are spent, and what each of them shows. */
export const spentSchema = z.array(z.strictObject({ die: hitDieSchema, roll: z.int().min(1) })).min(1);

/** What the dice came to. */
export const shortRestSchema = z.strictObject({
  /** The modifier that counted for each die, where it is not 0. */
  constitution: constitutionSchema.optional(),
  /** What they gave beyond the maximum. */
  surplus: z.int().min(1).optional(),
});

/**
 * SRD 5.2.1, "Short Rest": each hit die that is spent gives what it shows and the Constitution modifier, at least 1 (5.1: 0);
 * whoever was knocked out is up at its end. A die that is not there gives nothing.
 */
export function shortRest(
  state: State,
  dice: { die: number; roll: number }[],
  edition: Edition,
): Effect<z.infer<typeof shortRestSchema>> {
  const { constitution } = state;
  const least = edition === '5.2' ? 1 : 0;
  let { hitDice } = state;
  let amount = 0;
  for (const { die, roll } of dice) {
    const without = withoutDie(hitDice, die);
    if (without === undefined) continue;
    hitDice = without;
    amount += Math.max(least, roll + constitution);
  }
  const { state: next, details } = healed({ ...state, hitDice }, { amount });
  const { surplus } = details;
  return {
    state: edition === '5.2' && next.condition === 'stable' ? up(next, next.current) : next,
    details: {
      ...(dice.length > 0 && constitution !== 0 && { constitution }),
      ...(surplus !== undefined && { surplus }),
    },
  };
}
