import { z } from 'zod';
import { maximum, noDeathSaves } from '../state.js';
import type { State } from '../state.js';
import { amountSchema, flag } from '../vocabulary.js';
import type { Effect } from './effect.js';

export const healedDetails = z.strictObject({
  amount: amountSchema,
  /** What went beyond the maximum and is lost. */
  surplus: amountSchema.min(1).optional(),
  /** Was at 0 and is up again. */
  woke: flag,
});
export type Healed = z.infer<typeof healedDetails>;

/** SRD 5.2.1, "Healing": up to the maximum; at 0 hit points any healing wakes. It does nothing for the dead. */
export function healed(state: State, { amount }: Pick<Healed, 'amount'>): Effect<Healed> {
  if (state.condition === 'dead' || amount === 0) return { state, details: { amount } };
  const current = Math.min(state.current + amount, maximum(state));
  const surplus = state.current + amount - current;
  const woke = state.current === 0 && current > 0;
  return {
    state: { ...state, current, ...(woke && { condition: 'up', deathSaves: noDeathSaves }) },
    details: { amount, ...(surplus > 0 && { surplus }), ...(woke && { woke }) },
  };
}
