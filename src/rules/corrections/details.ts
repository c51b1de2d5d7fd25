import { z } from 'zod';
import {
  amountSchema,
  concentrationSchema,
  conditions,
  highestAmount,
  highestHitDice,
  hitDieSchema,
  versionSchema,
} from '../vocabulary.js';

const outcomeSchema = z.strictObject({
  /** The signed net change of the current hit points. */
  change: z.int().min(-highestAmount).max(highestAmount),
  current: amountSchema,
  temporary: amountSchema,
  condition: z.enum(conditions),
  /** Death saves, where there are any. */
  deathSaves: z.tuple([z.int().min(0).max(2), z.int().min(0).max(3)]).optional(),
  /** These where the two outcomes that are compared differ in them. */
  maximum: amountSchema.optional(),
  hitDice: z
    .array(z.strictObject({ die: hitDieSchema, left: z.int().min(0).max(highestHitDice) }))
    .optional(),
  /** Absent also for nothing. */
  concentration: concentrationSchema.optional(),
});
/** What an event did, and how someone was after it. */
export type Outcome = z.infer<typeof outcomeSchema>;

const differenceSchema = z.strictObject({ version: versionSchema, was: outcomeSchema, now: outcomeSchema });
/** An event that comes out differently, because of a correction before it. */
export type Difference = z.infer<typeof differenceSchema>;

/** So many differences a correction tells one by one, so that it stays a small item. */
export const mostDifferences = 12;

/** What every correction says of the events after the one that it corrects. */
export const differences = {
  differences: z.array(differenceSchema).max(mostDifferences).optional(),
  /** Further ones. */
  moreDifferences: z.int().min(1).optional(),
};
