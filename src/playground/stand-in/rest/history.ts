import type { APIMessage } from 'discord.js';
import { z } from 'zod';
import { limitOf } from './query.js';

const snowflake = z
  .string()
  .regex(/^\d{1,20}$/)
  .exactOptional();

/** Which messages of a channel are wanted: the newest, or those by an id. https://discord.com/developers/docs/resources/message#get-channel-messages */
export const historyQuery = z
  .object({ limit: limitOf(100), before: snowflake, after: snowflake, around: snowflake })
  .refine(
    ({ before, after, around }) => [before, after, around].filter((one) => one !== undefined).length < 2,
  );

type HistoryQuery = z.infer<typeof historyQuery>;

/** @param all oldest first. @returns those that are wanted, newest first. */
export function historyOf(all: readonly APIMessage[], wanted: HistoryQuery): APIMessage[] {
  return someOf(all, wanted).toReversed();
}

function someOf(all: readonly APIMessage[], { limit, before, after, around }: HistoryQuery): APIMessage[] {
  const split = (id: string) => {
    const index = all.findIndex((one) => BigInt(one.id) >= BigInt(id));
    return index === -1 ? all.length : index;
  };
  if (after !== undefined) {
    const start = split(String(BigInt(after) + 1n));
    return all.slice(start, start + limit);
  }
  if (around !== undefined) {
    const start = Math.max(0, split(around) - Math.floor(limit / 2));
    return all.slice(start, start + limit);
  }
  const end = before === undefined ? all.length : split(before);
  return all.slice(Math.max(0, end - limit), end);
}
