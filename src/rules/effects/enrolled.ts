import { z } from 'zod';
import { noDeathSaves } from '../state.js';
import { amountSchema, maximumSchema } from '../vocabulary.js';
import type { Effect } from './effect.js';

export const enrolledDetails = z.strictObject({
  kind: z.enum(['pc', 'npc']),
  max: maximumSchema,
  /** Absent: all of them. */
  current: amountSchema.min(1).optional(),
  /** Absent: as is usual for the kind. */
  makesDeathSaves: z.boolean().optional(),
});
type Enrolled = z.infer<typeof enrolledDetails>;

/** A character begins. Player characters make death saves; creatures die at 0 (SRD 5.2.1, "Monster Death"). */
export function enrolled(details: Enrolled): Effect<Enrolled> {
  const { kind, max, current = max, makesDeathSaves = kind === 'pc' } = details;
  const state = {
    max,
    maxModifier: 0,
    current: Math.min(current, max),
    temporary: 0,
    deathSaves: noDeathSaves,
    condition: 'up' as const,
    makesDeathSaves,
    hitDice: null,
    defenses: { resistances: [], immunities: [], vulnerabilities: [] },
    concentration: null,
  };
  return { state, details };
}
