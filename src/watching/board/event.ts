import { z } from 'zod';
import { choiceSchema, nonce, reasons, snowflake } from '../schemas.js';
import { pinSchema } from './state.js';

/** What happened to a server's board. What it shows is not recorded: it is what the ledger says. */
export const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('BoardOpened'), details: choiceSchema }),
  /** Someone is about to post it, and nobody else may. `replaces`: the message that it takes the place of. */
  z.strictObject({
    type: z.literal('BoardClaimed'),
    details: z.strictObject({ nonce, replaces: snowflake.exactOptional() }),
  }),
  z.strictObject({
    type: z.literal('BoardPosted'),
    details: z.strictObject({ nonce, message: snowflake }),
  }),
  /** A message that was replaced has been deleted. */
  z.strictObject({ type: z.literal('BoardCleared'), details: z.strictObject({ message: snowflake }) }),
  /** What came of pinning it. */
  z.strictObject({
    type: z.literal('BoardPinSettled'),
    details: pinSchema,
  }),
  /** Somebody has deleted it. */
  z.strictObject({ type: z.literal('BoardLost'), details: z.strictObject({ message: snowflake }) }),
  z.strictObject({
    type: z.literal('BoardClosed'),
    details: z.strictObject({ reason: z.enum(reasons) }),
  }),
]);
export type BoardEvent = z.infer<typeof eventSchema>;
