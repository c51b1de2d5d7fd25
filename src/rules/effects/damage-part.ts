import { z } from 'zod';
import { amountSchema, damageTypes, highestAdjustment, rolledSchema } from '../vocabulary.js';

export const partSchema = z.strictObject({
  amount: amountSchema,
  /** Damage of no type meets no defense. */
  type: z.enum(damageTypes).optional(),
  /** A flat bonus or penalty. */
  adjust: z.int().min(-highestAdjustment).max(highestAdjustment).optional(),
  rolled: rolledSchema,
});
/** Damage of one type, as it was dealt. */
export type DamagePart = z.infer<typeof partSchema>;
