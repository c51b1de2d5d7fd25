import { z } from 'zod';
import { up } from '../state.js';
import type { State } from '../state.js';
import { highestHitDice, hitDieSchema } from '../vocabulary.js';
import type { Edition } from '../vocabulary.js';
import { turned, turnedDetails } from './effect.js';
import type { Effect } from './effect.js';
import { recoverable } from './hit-dice.js';

/** What a long rest brought and ended. */
export const longRestSchema = z.strictObject({
  /** Spent hit dice that are there again. */
  recovered: z
    .array(z.strictObject({ die: hitDieSchema, count: z.int().min(1).max(highestHitDice) }))
    .min(1)
    .optional(),
  /** Temporary hit points that ended. */
  temporaryEnded: z.int().min(1).optional(),
  /** What had raised or lowered the maximum, and ended. */
  modifierEnded: z.int().optional(),
  concentrationEnded: turnedDetails.concentrationEnded,
});

/**
 * SRD 5.2.1, "Long Rest": all hit points, hit dice back; the maximum is what it was before anything raised or lowered it.
 * Temporary hit points end with it, and so does concentration: who sleeps is unconscious.
 */
export function longRest(state: State, edition: Edition): Effect<z.infer<typeof longRestSchema>> {
  const { max, maxModifier, temporary } = state;
  const recovered = recoverable(state.hitDice, edition);
  const hitDice = state.hitDice.map((one) => ({
    ...one,
    left: one.left + (recovered.find(({ die }) => die === one.die)?.count ?? 0),
  }));
  const next = up({ ...state, hitDice, temporary: 0, maxModifier: 0, concentration: null }, max);
  const { concentrationEnded } = turned(state, next);
  return {
    state: next,
    details: {
      ...(recovered.length > 0 && { recovered }),
      ...(temporary > 0 && { temporaryEnded: temporary }),
      ...(maxModifier !== 0 && { modifierEnded: maxModifier }),
      ...(concentrationEnded !== undefined && { concentrationEnded }),
    },
  };
}
