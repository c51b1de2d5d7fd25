import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';

/** Between two looks: a program that is asked without a pause does nothing else. Milliseconds. */
const lookEveryMs = 50;

/** Waits until something has a value, for a minute at most. */
export async function comesTo<T>(ask: () => Promise<T>, wanted: T): Promise<void> {
  let value = await ask();
  for (const end = Date.now() + 60_000; value !== wanted && Date.now() < end;) {
    await sleep(lookEveryMs);
    value = await ask();
  }
  expect(value).toBe(wanted);
}
