import { z } from 'zod';
import { amountSchema, damageTypes, highestAmount, maximumSchema } from './vocabulary.js';

export const conditions = ['up', 'dying', 'stable', 'dead'] as const;
const types = z.array(z.enum(damageTypes));

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
  /** `null` where none were given. */
  hitDice: z.strictObject({ die: z.int(), left: z.int().min(0), total: z.int().min(1) }).nullable(),
  defenses: z.strictObject({ resistances: types, immunities: types, vulnerabilities: types }),
  /** What is concentrated on; `null` for nothing. */
  concentration: z.string().nullable(),
});

/** The hit points of a character, and all that decides how they change. */
export type State = z.infer<typeof stateSchema>;
export type Condition = State['condition'];
export type Defenses = State['defenses'];

/** The hit point maximum as it is now. */
export function maximum({ max, maxModifier }: State): number {
  return Math.max(0, max + maxModifier);
}

export const noDeathSaves: State['deathSaves'] = { successes: 0, failures: 0 };
