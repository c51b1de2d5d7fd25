import { expect, test } from '@jest/globals';
import { hitPoints } from '../../src/party/streams.js';
import { Refusal } from '../../src/rules/index.js';

/** From which version on an undo needs what happened, or why it can't be done. */
function reach(version: number, latest: number) {
  try {
    return hitPoints.reachesBack?.command({ command: { type: 'undo', version }, edition: '5.2' }, latest);
  } catch (error) {
    if (error instanceof Refusal) return error.refused;
    throw error;
  }
}

test('a correction reaches ten thousand entries back, and no further: what came since has to be held in memory', () => {
  expect(reach(5, 10_005)).toBe(5);
  expect(reach(5, 10_006)).toEqual({ code: 'too-far-back', version: 5, most: 10_000 });
  // that there is no such version is for the rules to say
  expect(reach(12, 3)).toBe(12);
});
