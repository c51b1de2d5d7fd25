import { z } from 'zod';
import { down } from '../state.js';
import type { State } from '../state.js';
import { constitutionSchema } from '../vocabulary.js';
import { turned, turnedDetails } from './effect.js';
import type { Effect } from './effect.js';
import { hitDiceSchema, withHitDice } from './hit-dice.js';

const inputSchema = z.strictObject({
  /** All that there are from now on. */
  hitDice: hitDiceSchema.optional(),
  /** The modifier. */
  constitution: constitutionSchema.optional(),
  makesDeathSaves: z.boolean().optional(),
});
export type EditInput = z.infer<typeof inputSchema>;

export const editedDetails = inputSchema.extend({ condition: turnedDetails.condition });
export type Edited = z.infer<typeof editedDetails>;

/** What is known of a character put right. Who is dying and makes no death saves any more is dead; the dead stay so. */
export function edited(state: State, { hitDice, constitution, makesDeathSaves }: EditInput): Effect<Edited> {
  const input = {
    ...(hitDice && { hitDice }),
    ...(constitution !== undefined && { constitution }),
    ...(makesDeathSaves !== undefined && { makesDeathSaves }),
  };
  const changed = {
    ...state,
    ...input,
    hitDice: hitDice ? withHitDice(state.hitDice, hitDice) : state.hitDice,
  };
  const next = changed.condition === 'dying' && !changed.makesDeathSaves ? down(changed, 'dead') : changed;
  return { state: next, details: { ...input, ...turned(state, next) } };
}
