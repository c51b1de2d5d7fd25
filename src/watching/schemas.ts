import { z } from 'zod';

/** A Discord id. */
export const snowflake = z.string().regex(/^\d{17,20}$/);

/** By which Discord takes the same message once. */
export const nonce = z.string().min(1).max(25);

export const choiceSchema = z.strictObject({
  /** Discord channel id. */
  channel: snowflake,
  /** Discord user id of who chose it. */
  by: snowflake,
  /** The interaction by which it was chosen: the same channel chosen anew is another choice. */
  chosen: snowflake,
});
/** Where something is to be kept. */
export type Choice = z.infer<typeof choiceSchema>;

/** Why nothing is kept in the channel any more: it is gone, closed to the bot, or no longer wanted. */
export const reasons = ['gone', 'forbidden', 'turned-off'] as const;
export type ClosedBecause = (typeof reasons)[number];

/** What a feed and a board have in common. */
export const keptSchema = z.strictObject({
  /** The latest; `null` before there was one. */
  choice: choiceSchema.nullable(),
  /** Why nothing is kept there any more; `null` as long as something is. */
  closed: z.enum(reasons).nullable(),
});
export type Kept = z.infer<typeof keptSchema>;

/** Whether something is kept somewhere. */
export function isOpen({ choice, closed }: Kept): boolean {
  return choice !== null && closed === null;
}
