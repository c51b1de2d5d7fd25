import { describe, expect, test } from '@jest/globals';
import {
  adjusted,
  by51,
  concentrating,
  deathSave,
  enrolled,
  given,
  given51,
  healing,
  hit,
  longRest,
  maximumOf,
  revival,
} from './game.js';

const hurt = [enrolled({ max: 20 }), hit(5)];
const dying = [enrolled({ max: 20 }), hit(20)];
const dead = [enrolled({ max: 20 }), hit(40)];
const heal = { heal: true } as const;

describe('the maximum', () => {
  test('is set anew; what it was is recorded', () => {
    given(...hurt)
      .when(maximumOf(28))
      .then({ max: 28, current: 15 }, { value: 28, before: 20 });
  });

  test('is adjusted until the next long rest', () => {
    given(...hurt)
      .when(adjusted(5))
      .then({ max: 20, maxModifier: 5, current: 15 }, { by: 5 });
    given(...hurt, adjusted(5), adjusted(-8))
      .when(longRest)
      .then({ max: 20, maxModifier: 0, current: 20 }, { modifierEnded: -3 });
  });

  test('heals where asked, by as much as it rose', () => {
    given(...hurt)
      .when(maximumOf(28, heal))
      .then({ max: 28, current: 23 }, { value: 28, heal: true });
    given(...hurt)
      .when(adjusted(5, heal))
      .then({ current: 20, maxModifier: 5 });
  });

  test('wakes whoever it heals', () => {
    given(...dying, deathSave(3))
      .when(adjusted(5, heal))
      .then({ current: 5, condition: 'up', deathSaves: { successes: 0, failures: 0 } }, { condition: 'up' });
    given(...dying)
      .when(adjusted(5))
      .then({ current: 0, condition: 'dying' });
  });

  test('lowered takes the hit points above it', () => {
    given(...hurt)
      .when(maximumOf(12))
      .then({ current: 12 });
    expect(
      given(...hurt)
        .when(adjusted(-8, heal))
        .then({ current: 12, maxModifier: -8 }),
    ).toMatchObject({ change: -3 });
    given(...hurt)
      .when(adjusted(-5))
      .then({ current: 15, maxModifier: -5 });
  });

  test('is the bound of healing and reviving as it is now', () => {
    given(...hurt, adjusted(-8))
      .when(healing(99))
      .then({ current: 12 }, { surplus: 99 });
    given(...hurt, adjusted(8))
      .when(healing(99))
      .then({ current: 28 });
    given(...dead, adjusted(-8))
      .when(revival(13))
      .isRefused({ code: 'above-maximum', value: 13, maximum: 12 });
  });
});

describe('a maximum of 0', () => {
  test('is death (5.2), also at 0', () => {
    for (const before of [hurt, dying])
      given(...before)
        .when(adjusted(-20))
        .then({ current: 0, condition: 'dead' }, { condition: 'dead' });
  });

  test('is dropping to 0 (5.1)', () => {
    given51(...hurt, concentrating)
      .when(adjusted(-20))
      .then({ current: 0, condition: 'dying' }, { condition: 'dying', concentrationEnded: 'Bless' });
    given51(enrolled({ max: 20, kind: 'npc' }))
      .when(adjusted(-20))
      .then({ current: 0, condition: 'dead' });
    given51(...dying, deathSave(3))
      .when(adjusted(-20))
      .then({ condition: 'dying', deathSaves: { successes: 0, failures: 1 } });
  });

  test('leaves no hit point to wake with: a natural 20 is a success', () => {
    given51(...hurt, adjusted(-20))
      .when(deathSave(20, -15))
      .then(
        { current: 0, condition: 'dying', deathSaves: { successes: 1, failures: 0 } },
        { result: 'success' },
      );
    given51(...hurt, adjusted(-20))
      .when(healing(5))
      .then({ current: 0, condition: 'dying' }, { surplus: 5 });
  });

  test('is left by the next adjustment, the dead stay dead until revived', () => {
    given(...hurt, adjusted(-20), adjusted(20, heal))
      .when(revival(5))
      .then({ current: 5, condition: 'up' });
    given(...hurt, by51(adjusted(-20)))
      .when(adjusted(20, heal))
      .then({ current: 20, condition: 'up' });
  });
});

describe('the maximum of the dead', () => {
  test('can be put right; they stay dead', () => {
    given(...dead)
      .when(maximumOf(30, heal))
      .then({ max: 30, current: 0, condition: 'dead' });
    given(...dead)
      .when(adjusted(-20))
      .then({ maxModifier: -20, current: 0, condition: 'dead' });
  });
});

describe('the bounds of the maximum', () => {
  test('are 0 and 9,999, adjustments and all', () => {
    given(...hurt)
      .when(adjusted(-21))
      .isRefused({ code: 'out-of-bounds', what: 'adjust', least: -20, most: 999 });
    given(enrolled({ max: 9_990 }))
      .when(adjusted(10))
      .isRefused({ code: 'out-of-bounds', what: 'adjust', least: -999, most: 9 });
    given(...hurt, adjusted(-15))
      .when(maximumOf(14))
      .isRefused({ code: 'out-of-bounds', what: 'value', least: 15, most: 9_999 });
    given(...hurt, adjusted(15))
      .when(maximumOf(9_985))
      .isRefused({ code: 'out-of-bounds', what: 'value', least: 1, most: 9_984 });
  });

  test('an adjustment of 0 is none', () => {
    given(...hurt)
      .when(adjusted(0))
      .isRefused({ code: 'nothing-to-adjust' });
  });
});
