import { expect, test } from '@jest/globals';
import { keepRunning, pause } from '../../src/ledger/embedded/keep-running.js';
import type { Life } from '../../src/ledger/embedded/keep-running.js';
import { silent } from '../support/store.js';

/** Lives as is said, and is closed when the last life has ended. @returns the pauses in milliseconds, and what was logged. */
async function kept(lives: Life[]): Promise<{ pauses: number[]; said: string[] }> {
  const closing = new AbortController();
  const pauses: number[] = [];
  const said: string[] = [];
  const say = (_: object, message: string) => void said.push(message);
  let lived = 0;
  const live = (onStarted: () => void): Promise<Life> => {
    const life = lives[lived++];
    if (life === undefined) {
      closing.abort();
      return Promise.resolve({ lasted: 0 });
    }
    if (life.failure === undefined) onStarted();
    return Promise.resolve(life);
  };
  const sleep = (milliseconds: number) => Promise.resolve(pauses.push(milliseconds));
  await keepRunning(live, { log: { info: say, warn: say, error: say }, signal: closing.signal, sleep });
  return { pauses, said };
}
const ends: Life = { lasted: 10 };
const ran: Life = { lasted: 3_600_000 };
const fails: Life = { lasted: 10, failure: new Error('no room') };

test('one that ends is started again at once; one that can not start, with growing pauses', async () => {
  const { pauses } = await kept([ran, ...Array.from({ length: 11 }, () => fails)]);
  expect(pauses.slice(0, 5)).toEqual([0, 100, 200, 400, 800]);
  expect(pauses.slice(-3)).toEqual([25_600, 30_000, 30_000]);
});

test('one that starts and ends soon after, again and again, is paused for, too, until it runs for long', async () => {
  expect((await kept([ran, ends, ends, ends, ran, ends])).pauses).toEqual([0, 100, 200, 400, 0, 100]);
});

test('a hundred ends are logged seven times, and that it runs again once', async () => {
  const { said } = await kept([...Array.from({ length: 100 }, () => fails), ran]);
  expect(said.filter((line) => line.includes('could not be started again'))).toHaveLength(7);
  expect(said.filter((line) => line.includes('is running again'))).toHaveLength(1);
});

test('once it is closed, nothing is started any more, and a pause is cut short', async () => {
  const closing = new AbortController();
  let lived = 0;
  const live = () => Promise.resolve({ ...fails, lasted: lived++ });
  const sleep = () => {
    if (lived === 2) closing.abort();
    return Promise.resolve();
  };
  await keepRunning(live, { log: silent, signal: closing.signal, sleep });
  expect(lived).toBe(2);
  // an hour, else
  await pause(3_600_000, closing.signal);
});
