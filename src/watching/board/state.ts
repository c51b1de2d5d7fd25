import { z } from 'zod';
import { keptSchema, nonce, snowflake } from '../schemas.js';

/**
 * What can come of pinning a message: `forbidden`, the bot lacks the permission; `full`, the channel has as many pins as it can
 * have.
 */
const pinOutcomes = ['pinned', 'forbidden', 'full'] as const;
export type PinOutcome = (typeof pinOutcomes)[number];

export const pinSchema = z.strictObject({ message: snowflake, outcome: z.enum(pinOutcomes) });

export const boardSchema = keptSchema.extend({
  /** Discord message id; `null` while it is not known to be posted. */
  message: snowflake.nullable(),
  /** By which it is about to be posted, by whoever came first. */
  claim: nonce.nullable(),
  /** Messages that were replaced and are still to be deleted; absent where there are none. */
  replaced: z.array(snowflake).min(1).exactOptional(),
  /** What came of pinning the latest message that it was tried with; absent before that. */
  pin: pinSchema.exactOptional(),
});
/** Where a server's board is. */
export type Board = Readonly<z.infer<typeof boardSchema>>;

export const emptyBoard: Board = { choice: null, closed: null, message: null, claim: null };
