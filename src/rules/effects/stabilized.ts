import { z } from 'zod';
import { noDeathSaves } from '../state.js';
import type { State } from '../state.js';
import type { Effect } from './effect.js';

export const stabilizedDetails = z.strictObject({
  /** Where it changed. */
  condition: z.literal('stable').optional(),
});
export type Stabilized = z.infer<typeof stabilizedDetails>;

/** SRD 5.2.1, "Stabilizing a Character": no more death saves, still unconscious. It does nothing for who is not dying. */
export function stabilized(state: State): Effect<Stabilized> {
  if (state.condition !== 'dying') return { state, details: {} };
  return {
    state: { ...state, condition: 'stable', deathSaves: noDeathSaves },
    details: { condition: 'stable' },
  };
}
