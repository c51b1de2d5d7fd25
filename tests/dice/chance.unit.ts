import { expect, test } from '@jest/globals';
import { rollDie } from '../../src/dice/index.js';
import { falling, loaded, seeded } from './chances.js';

const faces = (sides: number) => Array.from({ length: sides }, (_, index) => index + 1);

test('a loaded chance rolls what it is told, with every die that has it', () => {
  for (const sides of [2, 3, 4, 6, 8, 10, 12, 20, 100, 999, 1_000])
    for (const face of faces(sides)) expect(rollDie(sides, loaded(face))).toBe(face);
});

test('every face has as many bit patterns as any other: the few that are left over are drawn again', () => {
  for (let sides = 2; sides <= 1_000; sides += 1) {
    const leftOver = 2 ** 32 % sides;
    const last = 2 ** 32 - leftOver;
    expect(rollDie(sides, falling(last))).toBe(sides);
    if (leftOver === 0) continue;
    expect(rollDie(sides, falling(last + 1, 1))).toBe(1);
    expect(rollDie(sides, falling(2 ** 32, 2))).toBe(2);
  }
});

test('bits count alike, signed or unsigned', () => {
  expect(rollDie(8, { next: () => -1 })).toBe(rollDie(8, { next: () => 2 ** 32 - 1 }));
});

test.each([4, 6, 20])('60,000 rolls of a d%i show each face about as often', (sides) => {
  const chance = seeded(sides);
  const rolls = Array.from({ length: 60_000 }, () => rollDie(sides, chance));
  const expected = rolls.length / sides;
  const counts = faces(sides).map((face) => rolls.filter((roll) => roll === face).length);
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  // of fair dice one run in a thousand is above 43.8 with 20 faces, fewer with fewer
  expect(chiSquare).toBeLessThan(43.8);
});
