import { z } from 'zod';
import { choiceSchema, nonce, reasons, snowflake } from '../schemas.js';

/** What happened to a server's board. What it shows is not recorded: it is what the ledger says. */
export const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('BoardOpened'), details: choiceSchema }),
  /** Someone is about to post it, and nobody else may. */
  z.strictObject({ type: z.literal('BoardClaimed'), details: z.strictObject({ nonce }) }),
  z.strictObject({
    type: z.literal('BoardPosted'),
    details: z.strictObject({ nonce, message: snowflake }),
  }),
  /** Somebody has deleted it. */
  z.strictObject({ type: z.literal('BoardLost'), details: z.strictObject({ message: snowflake }) }),
  z.strictObject({
    type: z.literal('BoardClosed'),
    details: z.strictObject({ reason: z.enum(reasons) }),
  }),
]);
export type BoardEvent = z.infer<typeof eventSchema>;
