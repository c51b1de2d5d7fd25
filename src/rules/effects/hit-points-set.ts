import { z } from 'zod';
import { dropped, maximum, up } from '../state.js';
import type { State } from '../state.js';
import { amountSchema } from '../vocabulary.js';
import { turned, turnedDetails } from './effect.js';
import type { Effect } from './effect.js';

export const hitPointsSetDetails = z.strictObject({
  value: amountSchema,
  ...turnedDetails,
});
export type HitPointsSet = z.infer<typeof hitPointsSetDetails>;

/** A number put right by hand; what depends on being at 0 follows. It does not raise the dead. */
export function hitPointsSet(state: State, { value }: Pick<HitPointsSet, 'value'>): Effect<HitPointsSet> {
  if (state.condition === 'dead') return { state, details: { value } };
  const next = at(state, Math.min(value, maximum(state)));
  return { state: next, details: { value, ...turned(state, next) } };
}

function at(state: State, current: number): State {
  if (current > 0) return up(state, current);
  if (state.current === 0) return state;
  return dropped(state);
}
