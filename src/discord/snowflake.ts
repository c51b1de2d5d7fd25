import { z } from 'zod';

/** An id of Discord's. */
export const snowflake = z.string().regex(/^\d{17,20}$/);

/** From which Discord's ids count their time: https://discord.com/developers/docs/reference#snowflakes */
const epoch = 1_420_070_400_000;

/** When Discord made an id. Milliseconds since 1970. */
export function timeOf(snowflakeId: string): number {
  return Number(BigInt(snowflakeId) >> 22n) + epoch;
}

/** The first id of a time. @param time milliseconds since 1970. */
export function snowflakeAt(time: number): string {
  return String(BigInt(time - epoch) << 22n);
}
