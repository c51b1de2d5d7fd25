import { z } from 'zod';
import type { State } from '../state.js';
import { amountSchema, flag, rolledSchema } from '../vocabulary.js';
import type { Effect } from './effect.js';

export const temporaryGrantedDetails = z.strictObject({
  amount: amountSchema,
  rolled: rolledSchema,
  /** The new ones were chosen even if they are fewer. */
  replace: flag,
  /** Those that were there before, if any. */
  before: amountSchema.min(1).optional(),
});
export type TemporaryGranted = z.infer<typeof temporaryGrantedDetails>;

/**
 * SRD 5.2.1, "Temporary Hit Points": they do not stack, one keeps those that are there or takes the new ones; they neither
 * wake nor stabilise.
 */
export function temporaryGranted(
  state: State,
  { amount, rolled, replace }: Pick<TemporaryGranted, 'amount' | 'rolled' | 'replace'>,
): Effect<TemporaryGranted> {
  const { temporary: before } = state;
  const details = {
    amount,
    ...(rolled !== undefined && { rolled }),
    ...(replace && { replace }),
    ...(before > 0 && { before }),
  };
  if (state.condition === 'dead') return { state, details };
  return { state: { ...state, temporary: replace ? amount : Math.max(before, amount) }, details };
}
