import { z } from 'zod';
import { partSchema } from '../effects/damage-part.js';
import { adjustmentSchema, damageTypes, mostParts } from '../vocabulary.js';

export const amendmentSchema = z.strictObject({
  /** What it came to; of damage, by type. A number to which something was set has one part of no type. */
  parts: z.array(partSchema).min(1).max(mostParts).exactOptional(),
  /** Of all damage. */
  damageType: z.enum(damageTypes).exactOptional(),
  /** Of damage, or by how much the maximum was adjusted. */
  adjust: adjustmentSchema.exactOptional(),
  halved: z.boolean().exactOptional(),
  resisted: z.boolean().exactOptional(),
  critical: z.boolean().exactOptional(),
  knockOut: z.boolean().exactOptional(),
});
/** What was otherwise than an event says; what is left out was as it says. */
export type Amendment = z.infer<typeof amendmentSchema>;

/**
 * An amendment as it is recorded: what it names, never what it made of the event. So several amendments of one event are
 * independent, and each can be undone without touching the others.
 */
export const recordedAmendmentSchema = amendmentSchema.extend({
  /**
   * The type that an amount without one was given for, where the hit has it only by another amendment: it counts where that
   * one is undone and leaves several types.
   */
  meantType: z.enum(damageTypes).exactOptional(),
});
export type RecordedAmendment = z.infer<typeof recordedAmendmentSchema>;
