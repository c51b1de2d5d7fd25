import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { pino } from 'pino';
import { MustWait } from '../../src/discord/watch/must-wait.js';
import { rounds } from '../../src/discord/watch/rounds.js';
import type { Next } from '../../src/discord/watch/rounds.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** Goes round one server, each round ending as is said. @returns how long it waited before each round. Seconds. */
async function waits(...ends: Next[]): Promise<number[]> {
  const at: number[] = [];
  const round = () => {
    at.push(Math.round(performance.now() / 1_000));
    return Promise.resolve(ends[at.length - 1] ?? 'never');
  };
  const going = rounds(round, { pause: 0, log: pino({ level: 'silent' }), onFailure: () => undefined });
  going.look(['a server']);
  await jest.advanceTimersByTimeAsync(4 * 3_600_000);
  const closing = going.close();
  await jest.advanceTimersByTimeAsync(20_000);
  await closing;
  return at.map((time, index) => time - (at[index - 1] ?? time));
}

test('where nothing happens a server is looked at ever more seldom, half an hour apart at last', async () => {
  const quiet = Array.from<Next>({ length: 8 }).fill('later');
  expect(await waits(...quiet)).toEqual([0, 60, 120, 240, 480, 960, 1_920, 1_920, 1_920]);
});

test('where another process let something happen, it is a minute again', async () => {
  expect(await waits('later', 'later', 'later', 'again', 'later')).toEqual([0, 60, 120, 240, 60, 120]);
  // a board that was edited is looked at ten seconds later, and then in a minute
  expect(await waits('later', 'later', 10_000, 'later')).toEqual([0, 60, 120, 10, 60]);
});

test('where Discord takes something only later, it is looked then, whatever happens meanwhile', async () => {
  const at: number[] = [];
  const round = () => {
    at.push(performance.now());
    return at.length === 1 ? Promise.reject(new MustWait(20_000)) : Promise.resolve<Next>('never');
  };
  let failures = 0;
  const going = rounds(round, { pause: 0, log: pino({ level: 'silent' }), onFailure: () => failures++ });
  going.wake('a server');
  for (let second = 0; second < 30; second++) {
    await jest.advanceTimersByTimeAsync(1_000);
    if (second >= 15) continue;
    going.wake('a server');
    going.look(['a server']);
  }
  const closing = going.close();
  await jest.advanceTimersByTimeAsync(20_000);
  await closing;
  expect(at).toHaveLength(2);
  expect((at[1] ?? 0) - (at[0] ?? 0)).toBeCloseTo(20_000, -2);
  expect(failures).toBe(0);
});

test('those that wait hold no place that others need', async () => {
  const begun: string[] = [];
  const round = (server: string) => {
    begun.push(server);
    return server === 'the ninth' ? Promise.resolve<Next>('never') : Promise.reject(new MustWait(20_000));
  };
  const going = rounds(round, { pause: 0, log: pino({ level: 'silent' }), onFailure: () => undefined });
  for (const server of ['1', '2', '3', '4', '5', '6', '7', '8', 'the ninth']) going.wake(server);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(begun).toContain('the ninth');
  const closing = going.close();
  await jest.advanceTimersByTimeAsync(20_000);
  await closing;
});

test('and where nothing is kept, no more', async () => {
  expect(await waits('later', 'never', 'later')).toEqual([0, 60]);
});
