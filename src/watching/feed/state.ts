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
  /**
   * How many of those who left the roster, from the first on, are done with: nothing of them is left to be posted, so nothing is
   * remembered of them. Without that this would hold everyone who was ever there.
   */
  settled: z.int().min(0),
  /** Not known to be posted yet. */
  claim: claimSchema.nullable(),
});
/** How far a server's feed has come. */
export type Feed = Readonly<z.infer<typeof feedSchema>>;

export const emptyFeed: Feed = { choice: null, closed: null, posted: {}, settled: 0, claim: null };

export const openedSchema = choiceSchema.extend({
  /** By character: the last version that is not to be posted, where the feed had not come to it yet. */
  after: z.record(z.uuid(), version),
  /** How many of those who left the roster it has nothing to do with, where it is new. The oldest events lack it: none. */
  settled: z.int().min(0).exactOptional(),
});
export const claimedSchema = claimSchema.extend({
  /** How many of those who left the roster are done with by now. The oldest events lack these two. */
  settled: z.int().min(0).exactOptional(),
  /** The ids of those among them that were not before. */
  forgotten: z.array(z.uuid()).exactOptional(),
});
/** A claim, and whom the feed is done with. */
export type Claimed = z.infer<typeof claimedSchema>;
export const postedSchema = z.strictObject({
  nonce,
  /** Discord message id; `null` where nothing was left to be told. */
  message: snowflake.nullable(),
});
