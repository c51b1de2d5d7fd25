import { z } from 'zod';
import { amountSchema, damageTypes, rolledSchema } from '../vocabulary.js';

export const partSchema = z.strictObject({
  amount: amountSchema,
  /** Damage of no type meets no defense. */
  type: z.enum(damageTypes).optional(),
  rolled: rolledSchema,
});
/** Damage of one type, as it was dealt. */
export type DamagePart = z.infer<typeof partSchema>;
