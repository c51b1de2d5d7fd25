import { z } from 'zod';
import type { State } from '../state.js';
import { flag, maximumSchema } from '../vocabulary.js';
import type { Edition } from '../vocabulary.js';
import { turned, turnedDetails } from './effect.js';
import type { Effect } from './effect.js';
import { withMaximum } from './maximum.js';

export const maximumSetDetails = z.strictObject({
  /** The maximum from now on, without what raises or lowers it for a while. */
  value: maximumSchema,
  /** The hit points rise with it. */
  heal: flag,
  /** What it was. */
  before: maximumSchema,
  ...turnedDetails,
});
export type MaximumSet = z.infer<typeof maximumSetDetails>;

/** The hit point maximum for good: at a level gained, or as a correction. */
export function maximumSet(
  state: State,
  { value, heal }: Pick<MaximumSet, 'value' | 'heal'>,
  edition: Edition,
): Effect<MaximumSet> {
  const next = withMaximum(state, { max: value, maxModifier: state.maxModifier }, heal === true, edition);
  return {
    state: next,
    details: { value, ...(heal && { heal }), before: state.max, ...turned(state, next) },
  };
}
