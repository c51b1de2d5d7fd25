import { z } from 'zod';

/** An id of Discord's. */
export const snowflake = z.string().regex(/^\d{17,20}$/);

/** When Discord made an id. Milliseconds since 1970. https://discord.com/developers/docs/reference#snowflakes */
export function timeOf(snowflakeId: string): number {
  return Number(BigInt(snowflakeId) >> 22n) + 1_420_070_400_000;
}
