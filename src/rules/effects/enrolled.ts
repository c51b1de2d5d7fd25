import { z } from 'zod';
import { defensesSchema, noDeathSaves } from '../state.js';
import { amountSchema, constitutionSchema, kinds, maximumSchema } from '../vocabulary.js';
import type { Effect } from './effect.js';
import { hitDiceSchema, withHitDice } from './hit-dice.js';

export const enrolledDetails = z.strictObject({
  kind: z.enum(kinds),
  max: maximumSchema,
  /** Absent: all of them. */
  current: amountSchema.min(1).optional(),
  /** Absent: as is usual for the kind. */
  makesDeathSaves: z.boolean().optional(),
  /** Absent: none. */
  defenses: defensesSchema.optional(),
  /** Absent: none. */
  hitDice: hitDiceSchema.optional(),
  /** The modifier. Absent: 0. */
  constitution: constitutionSchema.optional(),
});
export type Enrolled = z.infer<typeof enrolledDetails>;

const noDefenses = { resistances: [], immunities: [], vulnerabilities: [] };

/** A character begins. Player characters make death saves; creatures die at 0 (SRD 5.2.1, "Monster Death"). */
export function enrolled(given: Enrolled): Effect<Enrolled> {
  const { kind, max, current, makesDeathSaves, defenses, hitDice, constitution } = given;
  return {
    state: {
      max,
      maxModifier: 0,
      current: Math.min(current ?? max, max),
      temporary: 0,
      deathSaves: noDeathSaves,
      condition: 'up',
      makesDeathSaves: makesDeathSaves ?? kind === 'pc',
      hitDice: withHitDice([], hitDice ?? []),
      constitution: constitution ?? 0,
      defenses: defenses ?? noDefenses,
      concentration: null,
    },
    details: {
      kind,
      max,
      ...(current !== undefined && { current }),
      ...(makesDeathSaves !== undefined && { makesDeathSaves }),
      ...(defenses && { defenses }),
      ...(hitDice && { hitDice }),
      ...(constitution !== undefined && { constitution }),
    },
  };
}
