import { describe, expect, test } from '@jest/globals';
import {
  damage,
  deathSave,
  enrolled,
  given,
  healing,
  hit,
  knockedOut,
  revival,
  setTo,
  temporary,
} from './game.js';

const dying = [enrolled({ max: 20 }), hit(20)];
const stable = [...dying, deathSave(10), deathSave(15), deathSave(19)];
const dead = [enrolled({ max: 20 }), hit(40)];

describe('healing', () => {
  test('stops at the maximum; the surplus is recorded', () => {
    given(enrolled({ max: 20 }), hit(5))
      .when(healing(8))
      .then({ current: 20 }, { amount: 8, surplus: 3 });
  });

  test('wakes who is at 0 and forgets the death saves', () => {
    given(...dying, deathSave(5), deathSave(15))
      .when(healing(1))
      .then({ current: 1, condition: 'up', deathSaves: { successes: 0, failures: 0 } }, { woke: true });
    given(...stable)
      .when(healing(3))
      .then({ current: 3, condition: 'up' }, { woke: true });
  });

  test('wakes who was knocked out at 1 hit point', () => {
    given(enrolled({ max: 20 }), knockedOut)
      .when(healing(2))
      .then({ current: 3, condition: 'up' }, { woke: true });
  });

  test('of nothing wakes nobody', () => {
    given(...dying)
      .when(healing(0))
      .then({ current: 0, condition: 'dying' });
    given(enrolled({ max: 20 }), knockedOut)
      .when(healing(0))
      .then({ current: 1, condition: 'stable' });
  });

  test('does not reach the dead', () => {
    given(...dead)
      .when(healing(8))
      .isRefused({ code: 'dead' });
  });
});

describe('temporary hit points', () => {
  test('do not stack: the higher stay', () => {
    given(enrolled({ max: 20 }), temporary(8))
      .when(temporary(5))
      .then({ temporary: 8 }, { amount: 5, before: 8 });
    given(enrolled({ max: 20 }), temporary(5))
      .when(temporary(8))
      .then({ temporary: 8 }, { before: 5 });
  });

  test('can be chosen to be fewer', () => {
    given(enrolled({ max: 20 }), temporary(8))
      .when(temporary(5, { replace: true }))
      .then({ temporary: 5 });
  });

  test('neither wake nor stabilise', () => {
    given(...dying)
      .when(temporary(8))
      .then({ current: 0, temporary: 8, condition: 'dying' });
  });

  test('are no use to the dead', () => {
    given(...dead)
      .when(temporary(8))
      .isRefused({ code: 'dead' });
  });
});

describe('a death save', () => {
  test.each([
    [10, undefined, 'success', { successes: 1, failures: 0 }],
    [9, undefined, 'failure', { successes: 0, failures: 1 }],
    [9, 1, 'success', { successes: 1, failures: 0 }],
    [11, -2, 'failure', { successes: 0, failures: 1 }],
    [1, 10, 'two-failures', { successes: 0, failures: 2 }],
    [19, -5, 'success', { successes: 1, failures: 0 }],
  ])('of %d with a bonus of %p is a %s', (roll, bonus, result, deathSaves) => {
    given(...dying)
      .when(deathSave(roll, bonus))
      .then({ condition: 'dying', deathSaves }, { result });
  });

  test('of a natural 20 wakes with 1 hit point, whatever the bonus', () => {
    given(...dying, deathSave(5))
      .when(deathSave(20, -15))
      .then(
        { current: 1, condition: 'up', deathSaves: { successes: 0, failures: 0 } },
        { result: 'wakes', condition: 'up' },
      );
  });

  test('makes stable with the third success, and forgets the failures', () => {
    given(...dying, deathSave(12), deathSave(3), deathSave(12))
      .when(deathSave(12))
      .then({ current: 0, condition: 'stable', deathSaves: { successes: 0, failures: 0 } });
  });

  test('kills with the third failure', () => {
    given(...dying, deathSave(3), deathSave(3))
      .when(deathSave(3))
      .then({ condition: 'dead' });
    given(...dying, deathSave(3), deathSave(3))
      .when(deathSave(1))
      .then({ condition: 'dead' });
  });

  test('is for the dying alone', () => {
    given(enrolled({ max: 20 }))
      .when(deathSave(12))
      .isRefused({ code: 'not-dying', condition: 'up' });
    given(...stable)
      .when(deathSave(12))
      .isRefused({ code: 'not-dying', condition: 'stable' });
    given(...dead)
      .when(deathSave(12))
      .isRefused({ code: 'dead' });
  });
});

describe('setting the hit points', () => {
  test('to a number wakes who was at 0', () => {
    given(...dying, deathSave(3))
      .when(setTo(7))
      .then({ current: 7, condition: 'up', deathSaves: { successes: 0, failures: 0 } });
  });

  test('to 0 is dropping to 0, without massive damage', () => {
    given(enrolled({ max: 20 }))
      .when(setTo(0))
      .then({ current: 0, condition: 'dying' });
    given(enrolled({ max: 20, kind: 'npc' }))
      .when(setTo(0))
      .then({ condition: 'dead' });
  });

  test('to 0 at 0 changes nothing', () => {
    given(...stable)
      .when(setTo(0))
      .then({ condition: 'stable' });
  });

  test('stays within the maximum, and does not raise the dead', () => {
    given(enrolled({ max: 20 }))
      .when(setTo(21))
      .isRefused({ code: 'above-maximum', value: 21, maximum: 20 });
    given(...dead)
      .when(setTo(5))
      .isRefused({ code: 'dead' });
  });

  test('needs a reason', () => {
    given(enrolled({ max: 20 }))
      .when({ type: 'set', value: 3, note: ' ' })
      .isRefused({ code: 'note-empty' });
  });
});

describe('revival', () => {
  test('brings back the dead', () => {
    given(...dead)
      .when(revival(1))
      .then({ current: 1, condition: 'up', deathSaves: { successes: 0, failures: 0 } });
  });

  test('is for the dead alone, and within the maximum', () => {
    given(...dying)
      .when(revival(1))
      .isRefused({ code: 'not-dead' });
    given(...dead)
      .when(revival(21))
      .isRefused({ code: 'above-maximum', value: 21, maximum: 20 });
  });
});

describe('enrolling', () => {
  test('begins full, or as told', () => {
    given()
      .when(enrolled({ max: 31 }))
      .then({ max: 31, current: 31, condition: 'up', makesDeathSaves: true });
    given()
      .when({ type: 'enroll', kind: 'npc', max: 31, current: 4 })
      .then({ current: 4, makesDeathSaves: false });
  });

  test('happens once, and before anything else', () => {
    given(enrolled({ max: 31 }))
      .when(enrolled({ max: 31 }))
      .isRefused({ code: 'already-enrolled' });
    given().when(hit(3)).isRefused({ code: 'not-enrolled' });
  });
});

test.each([
  [hit(-1), 'amount'],
  [hit(10_000), 'amount'],
  [hit(1.5), 'amount'],
  [damage({ parts: [] }), 'parts'],
  [damage({ parts: Array.from({ length: 21 }, () => ({ amount: 1 })) }), 'parts'],
  [healing(Number.NaN), 'amount'],
  [temporary(1e9), 'amount'],
  [deathSave(0), 'roll'],
  [deathSave(21), 'roll'],
  [deathSave(10, 21), 'bonus'],
  [enrolled({ max: 0 }), 'max'],
  [{ type: 'enroll' as const, kind: 'pc' as const, max: 10, current: 11 }, 'hp'],
  [{ type: 'heal' as const, amount: 3, note: 'x'.repeat(201) }, 'note'],
])('%j is out of bounds in its %s', (command, what) => {
  given(...(command.type === 'enroll' ? [] : dying))
    .when(command)
    .isRefused({ code: 'out-of-bounds', what });
});

test('a note of 200 is kept', () => {
  const note = '🐉'.repeat(200);
  expect(
    given(...dying)
      .when({ type: 'heal', amount: 3, note })
      .then({}),
  ).toMatchObject({ note });
});
