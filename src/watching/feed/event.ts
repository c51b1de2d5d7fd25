import { z } from 'zod';
import { reasons } from '../schemas.js';
import { claimedSchema, openedSchema, postedSchema } from './state.js';

/** What happened to a server's feed. */
export const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('FeedOpened'), details: openedSchema }),
  /** Someone is about to post these, and nobody else may. */
  z.strictObject({ type: z.literal('FeedClaimed'), details: claimedSchema }),
  z.strictObject({ type: z.literal('FeedPosted'), details: postedSchema }),
  z.strictObject({
    type: z.literal('FeedClosed'),
    details: z.strictObject({ reason: z.enum(reasons) }),
  }),
]);
export type FeedEvent = z.infer<typeof eventSchema>;
export type FeedOpened = Extract<FeedEvent, { type: 'FeedOpened' }>['details'];
export type FeedPosted = Extract<FeedEvent, { type: 'FeedPosted' }>['details'];
export type FeedClosed = Extract<FeedEvent, { type: 'FeedClosed' }>['details'];
