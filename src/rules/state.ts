import { z } from 'zod';
import { amountSchema, damageTypes, highestAmount, maximumSchema } from './vocabulary.js';

/** `stable` is unconscious without death saves to make: at 0 hit points or, knocked out by 5.2's rules, at 1. */
export const conditions = ['up', 'dying', 'stable', 'dead'] as const;

const types = z.array(z.enum(damageTypes));
export const defensesSchema = z.strictObject({
  resistances: types,
  immunities: types,
  vulnerabilities: types,
});
export type Defenses = z.infer<typeof defensesSchema>;

export const stateSchema = z.strictObject({
  max: maximumSchema,
  /** What raises or lowers the maximum until the next long rest. */
  maxModifier: z.int().min(-highestAmount).max(highestAmount),
  current: amountSchema,
  temporary: amountSchema,
  deathSaves: z.strictObject({ successes: z.int().min(0).max(2), failures: z.int().min(0).max(3) }),
  condition: z.enum(conditions),
  /** Who makes none dies at 0 hit points. */
  makesDeathSaves: z.boolean(),
  /** One entry for each kind of die: several classes can mean several. */
  hitDice: z.array(z.strictObject({ die: z.int().min(1), left: z.int().min(0), total: z.int().min(1) })),
  defenses: defensesSchema,
  /** What is concentrated on; `null` for nothing. */
  concentration: z.string().nullable(),
});

/** The hit points of a character, and all that decides how they change. */
export type State = z.infer<typeof stateSchema>;
export type Condition = State['condition'];

/** The hit point maximum as it is now. */
export function maximum({ max, maxModifier }: State): number {
  return Math.max(0, max + maxModifier);
}

export const noDeathSaves: State['deathSaves'] = { successes: 0, failures: 0 };

/** Conscious with this many hit points, at least 1; the death saves are forgotten. */
export function up(state: State, current: number): State {
  return { ...state, current, condition: 'up', deathSaves: noDeathSaves };
}

/** At 0 hit points: unconscious or dead, no death save made yet, which ends concentration (SRD 5.2.1, "Concentration"). */
export function down(state: State, condition: 'dying' | 'dead'): State {
  return { ...state, current: 0, condition, concentration: null };
}
