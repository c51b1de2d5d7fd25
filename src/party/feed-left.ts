import type { Ledger } from '../ledger/index.js';
import type { Character, Roster } from '../roster/index.js';
import { retiredOf } from './retired.js';
import type { Retired } from './retired.js';

/**
 * For so long after one has left something may still come: from a program that has not heard of it, or that the store did not
 * answer. Milliseconds.
 */
const grace = 3_600_000;
/** How many had left so long before a time that nothing of them can come any more. */
export async function leftBefore(
  ledger: Ledger,
  server: string,
  roster: Roster,
  time: number,
): Promise<number> {
  for await (const { character, nth } of retiredOf(ledger, server, roster))
    if (isLongGone(character, time)) return nth;
  return 0;
}

/** Those who left and with whom the feed is not done, in the order in which they did. */
export async function leftSince(
  ledger: Ledger,
  server: string,
  roster: Roster,
  settled: number,
): Promise<Retired[]> {
  const left: Retired[] = [];
  for await (const one of retiredOf(ledger, server, roster)) {
    if (one.nth <= settled) break;
    left.unshift(one);
  }
  return left;
}

/** Whether one left so long before a time that nothing of it can come any more; an unknown time is long ago. */
export function isLongGone({ retired }: Character, time: number): boolean {
  return retired === true || (retired !== undefined && Date.parse(retired) <= time - grace);
}
