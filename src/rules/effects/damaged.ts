import { z } from 'zod';
import type { State } from '../state.js';
import { adjustmentSchema, flag, mostParts } from '../vocabulary.js';
import type { Edition } from '../vocabulary.js';
import { adjustmentShares } from './adjustment.js';
import { partSchema } from './damage-part.js';
import { afterDefenses } from './defenses.js';
import { turned, turnedDetails } from './effect.js';
import type { Effect } from './effect.js';
import { hit, hitSchema } from './hit.js';

const inputSchema = z.strictObject({
  parts: z.array(partSchema).min(1).max(mostParts),
  /** A flat bonus or penalty on the whole hit. */
  adjust: adjustmentSchema.optional(),
  /** For a successful saving throw. */
  halved: flag,
  /** By a resistance that the character's defenses do not tell of. */
  resisted: flag,
  critical: flag,
  /** Meant to knock out rather than kill. */
  knockOut: flag,
});
export type DamageInput = z.infer<typeof inputSchema>;

export const damagedDetails = inputSchema.omit({ adjust: true }).extend({
  parts: z
    .array(
      partSchema.extend({
        /** What the adjustment of the hit adds to the part or takes from it: the shares add up to it. */
        adjust: adjustmentSchema.optional(),
        /** What is left of the part, where it is another number or was adjusted; half points count until all parts are summed. */
        taken: z.number().min(0).multipleOf(0.5).optional(),
        resisted: flag,
        vulnerable: flag,
        immune: flag,
      }),
    )
    .min(1)
    .max(mostParts),
  /** The damage taken: the sum of the parts, rounded down. */
  damage: z.int().min(0),
  ...hitSchema.shape,
  ...turnedDetails,
});
export type Damaged = z.infer<typeof damagedDetails>;

/** Damage: what the defenses leave of it, from the temporary hit points first, then from the others. */
export function damaged(state: State, input: DamageInput, edition: Edition): Effect<Damaged> {
  const { parts, adjust = 0, halved, resisted, critical, knockOut } = input;
  const shares = adjustmentShares(
    parts.map(({ amount }) => amount),
    adjust,
  );
  const met = parts.map(({ amount, type, rolled }, index) => {
    const share = shares[index];
    const part = {
      amount,
      ...(type && { type }),
      ...(share && { adjust: share }),
      ...(rolled !== undefined && { rolled }),
    };
    const { taken, ...how } = afterDefenses(part, input, state.defenses);
    return { part: { ...part, ...((taken !== amount || share) && { taken }), ...how }, taken };
  });
  const damage = Math.floor(met.reduce((sum, { taken }) => sum + taken, 0));
  const { state: next, outcome } = hit(state, damage, input, edition);
  return {
    state: next,
    details: {
      parts: met.map(({ part }) => part),
      ...(halved && { halved }),
      ...(resisted && { resisted }),
      ...(critical && { critical }),
      ...(knockOut && { knockOut }),
      damage,
      ...outcome,
      ...turned(state, next),
    },
  };
}
