import { expect, test } from '@jest/globals';
import { hitPoints } from '../../src/party/streams.js';
import { Refusal } from '../../src/rules/index.js';

const undo = (version: number, latest: number) =>
  hitPoints.reachesBack?.command({ command: { type: 'undo', version }, edition: '5.2' }, latest);

test('a correction reaches ten thousand entries back, and no further: what came since has to be held in memory', () => {
  expect(undo(5, 10_005)).toBe(5);
  expect(() => undo(5, 10_006)).toThrow(new Refusal({ code: 'too-far-back', version: 5, most: 10_000 }));
  // that there is no such version is for the rules to say
  expect(undo(12, 3)).toBe(12);
});
