import { z } from 'zod';
import type { State } from '../state.js';
import { flag, highestAdjustment } from '../vocabulary.js';
import type { Edition } from '../vocabulary.js';
import { turned, turnedDetails } from './effect.js';
import type { Effect } from './effect.js';
import { withMaximum } from './maximum.js';

export const maximumAdjustedDetails = z.strictObject({
  by: z.int().min(-highestAdjustment).max(highestAdjustment),
  /** The hit points rise with it. */
  heal: flag,
  ...turnedDetails,
});
export type MaximumAdjusted = z.infer<typeof maximumAdjustedDetails>;

/** The hit point maximum until the next long rest: raised (SRD 5.2.1, "Aid") or drained (a wraith's "Life Drain"). */
export function maximumAdjusted(
  state: State,
  { by, heal }: Pick<MaximumAdjusted, 'by' | 'heal'>,
  edition: Edition,
): Effect<MaximumAdjusted> {
  const adjusted = { max: state.max, maxModifier: state.maxModifier + by };
  const next = withMaximum(state, adjusted, heal === true, edition);
  return { state: next, details: { by, ...(heal && { heal }), ...turned(state, next) } };
}
