import { z } from 'zod';
import { maximum, up } from '../state.js';
import type { State } from '../state.js';
import { amountSchema } from '../vocabulary.js';
import type { Effect } from './effect.js';

export const revivedDetails = z.strictObject({
  /** Hit points to come back with. */
  value: amountSchema.min(1),
});
export type Revived = z.infer<typeof revivedDetails>;

/** Back from the dead, with as many hit points as the magic gives (SRD 5.2.1, "Revivify", "Raise Dead"). */
export function revived(state: State, { value }: Revived): Effect<Revived> {
  const current = Math.min(value, maximum(state));
  const revives = state.condition === 'dead' && current > 0;
  return { state: revives ? up(state, current) : state, details: { value } };
}
