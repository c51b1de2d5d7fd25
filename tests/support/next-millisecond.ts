import { setImmediate as turn } from 'node:timers/promises';

/** Waits until the clock shows another millisecond: what happens afterwards has a later time. */
export async function nextMillisecond(): Promise<void> {
  for (const before = Date.now(); Date.now() <= before;) await turn();
}
