import { expect, test } from '@jest/globals';
import { madeAt, snowflakes } from '../../src/playground/stand-in/snowflake.js';

const noon = Date.UTC(2026, 5, 1, 12);

test('ids tell when they were made, and only ever rise, even where the clock goes back', () => {
  let now = noon;
  const newId = snowflakes(() => now);
  const ids = Array.from({ length: 9 }, (_, i) => {
    now = noon + (i === 5 ? -1_000 : i);
    return BigInt(newId());
  });
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => (a < b ? -1 : 1)));
  expect(madeAt(String(ids[0]))).toBe(noon);
  expect(String(ids[0])).toMatch(/^\d{17,19}$/);
});

test('ids for another time tell that time, and no two are the same', () => {
  const newId = snowflakes(() => noon);
  const ids = Array.from({ length: 1_000 }, () => newId(noon - 2_500));
  expect(new Set(ids).size).toBe(1_000);
  expect(ids.every((id) => madeAt(id) === noon - 2_500)).toBe(true);
});
