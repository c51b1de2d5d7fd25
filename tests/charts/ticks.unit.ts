import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { versionTicks } from '../../src/charts/ticks.js';

test.each([
  [1, 1, [1]],
  [40, 41, [40, 41]],
  [1, 16, [1, 5, 10, 16]],
  [1, 300, [1, 100, 200, 300]],
  [1, 5000, [1, 2000, 4000, 5000]],
  [995, 1004, [995, 1000, 1004]],
])('versions %i to %i are named %j', (first, last, ticks) => {
  expect(versionTicks(first, last)).toEqual(ticks);
});

test('both ends are named, at most six ticks in all, none twice', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(100_000), (first, more) => {
      const ticks = versionTicks(first, first + more);
      expect([ticks.at(0), ticks.at(-1)]).toEqual([first, first + more]);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect([...new Set(ticks)].sort((one, other) => one - other)).toEqual(ticks);
    }),
  );
});
