import { describe, expect, test } from '@jest/globals';
import { bandOf, bands, isBloodied } from '../../src/rules/index.js';
import type { Band } from '../../src/rules/index.js';
import { adjusted, enrolled, healing, hit, knockedOut, setTo, stateAfter, temporary } from './game.js';
import type { Before } from './game.js';

const creature = enrolled({ max: 100, makesDeathSaves: true });

function after(...before: Before[]) {
  const state = stateAfter('5.2', [creature, ...before]);
  if (state === undefined) throw new Error('nobody is here');
  return state;
}

test.each<[Band, string, Before[]]>([
  ['healthy', 'at 100 of 100', []],
  ['injured', 'at 99', [hit(1)]],
  ['injured', 'at 51', [hit(49)]],
  ['bloodied', 'at 50', [hit(50)]],
  ['bloodied', 'at 16', [hit(84)]],
  ['critical', 'at 15', [hit(85)]],
  ['critical', 'at 1', [hit(99)]],
  ['down', 'dying at 0', [hit(100)]],
  ['down', 'knocked out at 1', [knockedOut]],
  ['dead', 'dead', [hit(200)]],
  ['injured', 'at 50 of 99, raised or lowered', [hit(50), adjusted(-1)]],
  ['bloodied', 'at 100 of 200', [adjusted(100)]],
  ['healthy', 'at 1 of 1', [adjusted(-99)]],
  ['bloodied', 'at 50, whatever is temporary', [hit(50), temporary(60)]],
  ['injured', 'healed from 0 to 60', [hit(100), healing(60)]],
])('%s is who is %s', (band, _, before) => {
  expect(bandOf(after(...before))).toBe(band);
});

test('the bands are told from the worst to the best', () => {
  expect(bands).toEqual(['dead', 'down', 'critical', 'bloodied', 'injured', 'healthy']);
});

describe('bloodied', () => {
  test('is who has half or less, and is not at 0', () => {
    const bloodied = [51, 50, 15, 1].map((value) => isBloodied(after(setTo(value))));
    expect(bloodied).toEqual([false, true, true, true]);
    expect(isBloodied(after(hit(100)))).toBe(false);
    expect(isBloodied(after(hit(200)))).toBe(false);
  });

  test('is by the maximum as it is now', () => {
    expect(isBloodied(after(hit(49)))).toBe(false);
    expect(isBloodied(after(hit(49), adjusted(2)))).toBe(true);
  });
});
