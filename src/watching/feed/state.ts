import { z } from 'zod';
import { choiceSchema, keptSchema, nonce, snowflake } from '../schemas.js';

const version = z.int().min(1);

/** Events of one character, one after the other. */
export const stretchSchema = z.strictObject({
  /** The id of its stream. */
  character: z.uuid(),
  from: version,
  to: version,
});
export type Stretch = z.infer<typeof stretchSchema>;

/** What is about to be posted, by whoever came first. */
export const claimSchema = z.strictObject({
  batch: z.array(stretchSchema).min(1),
  nonce,
});
export type Claim = z.infer<typeof claimSchema>;

export const feedSchema = keptSchema.extend({
  /** By character: the last version that is posted. */
  posted: z.record(z.uuid(), version),
  /** Not known to be posted yet. */
  claim: claimSchema.nullable(),
});
/** How far a server's feed has come. */
export type Feed = Readonly<z.infer<typeof feedSchema>>;

export const emptyFeed: Feed = { choice: null, closed: null, posted: {}, claim: null };

export const openedSchema = choiceSchema.extend({
  /** By character: the last version that is not to be posted, where the feed had not come to it yet. */
  after: z.record(z.uuid(), version),
});
export const postedSchema = z.strictObject({
  nonce,
  /** Discord message id; `null` where nothing was left to be told. */
  message: snowflake.nullable(),
});
