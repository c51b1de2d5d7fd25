import { z } from 'zod';
import { keptSchema, nonce, snowflake } from '../schemas.js';

export const boardSchema = keptSchema.extend({
  /** Discord message id; `null` while it is not known to be posted. */
  message: snowflake.nullable(),
  /** By which it is about to be posted, by whoever came first. */
  claim: nonce.nullable(),
});
/** Where a server's board is. */
export type Board = Readonly<z.infer<typeof boardSchema>>;

export const emptyBoard: Board = { choice: null, closed: null, message: null, claim: null };
