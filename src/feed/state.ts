import { z } from 'zod';

const snowflake = z.string().regex(/^\d{17,20}$/);
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
  /** By which Discord takes the same message once. */
  nonce: z.string().min(1).max(25),
});
export type Claim = z.infer<typeof claimSchema>;

/** Why nothing can be posted any more: the channel is gone, or closed to the bot. */
export const reasons = ['gone', 'forbidden', 'turned-off'] as const;

export const feedSchema = z.strictObject({
  /** Discord channel id; `null` while there is no feed. */
  channel: snowflake.nullable(),
  /** The interaction by which the channel was chosen: the same channel chosen anew is another choice. */
  chosen: snowflake.nullable(),
  /** By character: the last version that is posted. */
  posted: z.record(z.uuid(), version),
  /** Not known to be posted yet. */
  claim: claimSchema.nullable(),
});
/** How far a server's feed has come. */
export type Feed = Readonly<z.infer<typeof feedSchema>>;

export const emptyFeed: Feed = { channel: null, chosen: null, posted: {}, claim: null };

export const openedSchema = z.strictObject({
  channel: snowflake,
  chosen: snowflake,
  /** By character: the last version that is not to be posted, where the feed had not come to it yet. */
  after: z.record(z.uuid(), version),
});
export const postedSchema = z.strictObject({
  nonce: z.string(),
  /** Discord message id. */
  message: snowflake,
});
