import { z } from 'zod';
import type { State } from '../state.js';
import { concentrationSchema } from '../vocabulary.js';
import type { Effect } from './effect.js';

export const concentrationChangedDetails = z.strictObject({
  /** Absent: on nothing any more. */
  on: concentrationSchema.optional(),
  /** What was concentrated on before. */
  before: concentrationSchema.optional(),
});
export type ConcentrationChanged = z.infer<typeof concentrationChangedDetails>;

/**
 * SRD 5.2.1, "Concentration": on one effect at a time, a new one ends the one before; and on none while unconscious.
 * @param on what on; `null` ends it.
 */
export function concentrationChanged(state: State, on: string | null): Effect<ConcentrationChanged> {
  const { concentration: before } = state;
  const details = { ...(on !== null && { on }), ...(before !== null && { before }) };
  if (state.condition !== 'up') return { state, details };
  return { state: { ...state, concentration: on }, details };
}
