import { z } from 'zod';
import { correctionsSchema } from './corrections/trace.js';
import {
  amountSchema,
  concentrationSchema,
  conditions,
  constitutionSchema,
  damageTypes,
  highestAmount,
  highestHitDice,
  hitDieSchema,
  maximumSchema,
} from './vocabulary.js';

const types = z.array(z.enum(damageTypes));
export const defensesSchema = z.strictObject({
  resistances: types,
  immunities: types,
  vulnerabilities: types,
});
export type Defenses = z.infer<typeof defensesSchema>;

export const stateSchema = z.strictObject({
  max: maximumSchema,
  /** What raises or lowers the maximum until the next long rest; never below 0 or above the highest amount. */
  maxModifier: z.int().min(-highestAmount).max(highestAmount),
  current: amountSchema,
  temporary: amountSchema,
  deathSaves: z.strictObject({ successes: z.int().min(0).max(2), failures: z.int().min(0).max(3) }),
  condition: z.enum(conditions),
  /** Who makes none dies at 0 hit points. */
  makesDeathSaves: z.boolean(),
  /** One entry for each kind of die, the largest first: several classes can mean several. */
  hitDice: z.array(
    z.strictObject({
      die: hitDieSchema,
      left: z.int().min(0).max(highestHitDice),
      total: z.int().min(1).max(highestHitDice),
    }),
  ),
  /** The modifier, which counts for each hit die that is spent. */
  constitution: constitutionSchema,
  defenses: defensesSchema,
  /** What is concentrated on; `null` for nothing. */
  concentration: concentrationSchema.nullable(),
  /** Absent where nothing was ever taken back or put right. */
  corrections: correctionsSchema.exactOptional(),
});

/** The hit points of a character, and all that decides how they change. */
export type State = z.infer<typeof stateSchema>;
export type Condition = State['condition'];

/** The hit point maximum as it is now. */
export function maximum({ max, maxModifier }: State): number {
  return max + maxModifier;
}

export const noDeathSaves: State['deathSaves'] = { successes: 0, failures: 0 };

/** Conscious with this many hit points, at least 1; the death saves are forgotten. */
export function up(state: State, current: number): State {
  return { ...state, current, condition: 'up', deathSaves: noDeathSaves };
}

/** Unconscious or dead, no death save made yet, which ends concentration (SRD 5.2.1, "Concentration"). */
export function down(state: State, condition: 'dying' | 'stable' | 'dead', current = 0): State {
  return { ...state, current, condition, concentration: null };
}

/** SRD 5.2.1, "Dropping to 0 Hit Points": dying, or dead who makes no death saves. */
export function dropped(state: State): State {
  return down(state, state.makesDeathSaves ? 'dying' : 'dead');
}
