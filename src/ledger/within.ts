import { setTimeout as sleep } from 'node:timers/promises';

/** Whether something ends, well or badly, within so many milliseconds. */
export async function endsWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const over = new AbortController();
  const ended = work.then(
    () => true,
    () => true,
  );
  const late = sleep(Math.max(0, milliseconds), false, { signal: over.signal }).catch(() => false);
  const result = await Promise.race([ended, late]);
  over.abort();
  return result;
}
