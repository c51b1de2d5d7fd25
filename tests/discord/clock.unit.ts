import { expect, test } from '@jest/globals';
import { discordClock } from '../../src/discord/clock.js';

const noon = Date.parse('2026-11-23T12:00:00Z');
const header = (time: number) => new Date(time).toUTCString();

test('a clock that is right is left alone: the header has no milliseconds, and takes a while', () => {
  for (const late of [0, 400, 999, 1_400]) {
    const clock = discordClock(() => noon + late);
    clock.observe(header(noon));
    expect(clock.ahead).toBe(0);
  }
});

test.each([10_000, -10_000])('a clock that is %d ms off is put right to the second', (off) => {
  const clock = discordClock(() => noon + off);
  clock.observe(header(noon));
  expect(Math.abs(clock.now() - noon)).toBeLessThanOrEqual(1_500);
});

test('a header that is no time teaches nothing', () => {
  const clock = discordClock(() => noon);
  clock.observe(null);
  clock.observe('soon');
  expect(clock.now()).toBe(noon);
});
