import { describe, test } from '@jest/globals';
import { deathSave, enrolled, given, given51, hit, stabilising } from './game.js';

const dying = [enrolled({ max: 20 }), hit(20)];
const stable = [...dying, deathSave(10), deathSave(15), deathSave(19)];
const dead = [enrolled({ max: 20 }), hit(40)];

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

describe('stabilising', () => {
  test('ends the death saves of the dying, who stay unconscious', () => {
    given(...dying, deathSave(3), deathSave(12))
      .when(stabilising)
      .then(
        { current: 0, condition: 'stable', deathSaves: { successes: 0, failures: 0 } },
        { condition: 'stable' },
      );
    given51(...dying)
      .when(stabilising)
      .then({ condition: 'stable' });
  });

  test('is for the dying alone', () => {
    given(enrolled({ max: 20 }))
      .when(stabilising)
      .isRefused({ code: 'not-dying', condition: 'up' });
    given(...stable)
      .when(stabilising)
      .isRefused({ code: 'not-dying', condition: 'stable' });
    given(...dead)
      .when(stabilising)
      .isRefused({ code: 'dead' });
  });
});
