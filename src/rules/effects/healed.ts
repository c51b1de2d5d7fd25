import { z } from 'zod';
import { maximum, up } from '../state.js';
import type { State } from '../state.js';
import { amountSchema, flag, rolledSchema } from '../vocabulary.js';
import type { Effect } from './effect.js';

export const healedDetails = z.strictObject({
  amount: amountSchema,
  rolled: rolledSchema,
  /** What went beyond the maximum and is lost. */
  surplus: amountSchema.min(1).optional(),
  /** Was unconscious and is up again. */
  woke: flag,
});
export type Healed = z.infer<typeof healedDetails>;

/** SRD 5.2.1, "Healing": up to the maximum; any healing wakes the unconscious. It does nothing for the dead. */
export function healed(state: State, { amount, rolled }: Pick<Healed, 'amount' | 'rolled'>): Effect<Healed> {
  const input = { amount, ...(rolled !== undefined && { rolled }) };
  if (state.condition === 'dead' || amount === 0) return { state, details: input };
  const current = Math.min(state.current + amount, maximum(state));
  const surplus = state.current + amount - current;
  const woke = state.condition !== 'up' && current > 0;
  return {
    state: woke ? up(state, current) : { ...state, current },
    details: { ...input, ...(surplus > 0 && { surplus }), ...(woke && { woke }) },
  };
}
