import { expect, test } from '@jest/globals';
import { closeAll } from '../src/closing.js';
import { countdown } from '../src/discord/index.js';

const never = () => new Promise<never>(() => undefined);

test('closes the last first, and says of each how much time is left', async () => {
  const closed: [string, number][] = [];
  const closer = (what: string) => ({
    what,
    close: (left: () => number) => Promise.resolve(void closed.push([what, left()])),
  });
  const closers = ['the ledger', 'the charts', 'the gateway'].map(closer);
  expect(
    await closeAll(
      closers,
      () => 7_000,
      () => undefined,
    ),
  ).toEqual([]);
  // half a second is kept for each of those after it
  expect(closed).toEqual([
    ['the gateway', 6_000],
    ['the charts', 6_500],
    ['the ledger', 7_000],
  ]);
});

test('what hangs, fails or does not finish is named, and holds up nothing that comes after it', async () => {
  const errors: string[] = [];
  const closed: string[] = [];
  const unended = await closeAll(
    [
      { what: 'first', close: () => Promise.resolve(void closed.push('first')) },
      { what: 'fails', close: () => Promise.reject(new Error('no')) },
      { what: 'does not finish', close: () => Promise.resolve(false) },
      { what: 'hangs', close: never },
    ],
    countdown(1_600),
    (_, what) => errors.push(what),
  );
  expect(unended).toEqual(['hangs', 'does not finish', 'fails']);
  expect(closed).toEqual(['first']);
  expect(errors).toEqual(['fails']);
});
