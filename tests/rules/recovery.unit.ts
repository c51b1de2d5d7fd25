import { describe, test } from '@jest/globals';
import {
  concentrating,
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

  test('keeps how its dice fell', () => {
    const rolled = '1d8+3: [5]+3';
    given(enrolled({ max: 20 }), hit(9))
      .when({ type: 'heal', amount: 8, rolled })
      .then({ current: 19 }, { amount: 8, rolled });
    given(enrolled({ max: 20 }))
      .when({ type: 'grantTemporary', amount: 8, rolled })
      .then({ temporary: 8 }, { amount: 8, rolled });
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

  test('to 0 ends concentration, and says of what', () => {
    given(enrolled({ max: 20 }), concentrating)
      .when(setTo(0))
      .then({ concentration: null }, { concentrationEnded: 'Bless' });
    given(enrolled({ max: 20 }), concentrating)
      .when(setTo(1))
      .then({ concentration: 'Bless' });
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
  test('takes the hit dice, all of them there, and the Constitution modifier', () => {
    const hitDice = [
      { die: 6, total: 2 },
      { die: 10, total: 3 },
    ];
    given()
      .when(enrolled({ max: 31, hitDice, constitution: 2 }))
      .then(
        {
          hitDice: [
            { die: 10, left: 3, total: 3 },
            { die: 6, left: 2, total: 2 },
          ],
          constitution: 2,
        },
        { hitDice, constitution: 2 },
      );
    given()
      .when(enrolled({ max: 31 }))
      .then({ hitDice: [], constitution: 0 });
  });

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
