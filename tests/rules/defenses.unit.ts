import { describe, expect, test } from '@jest/globals';
import { damage, defended, enrolled, given, hit } from './game.js';

const fire = (amount: number) => ({ amount, type: 'fire' as const });
const cold = (amount: number) => ({ amount, type: 'cold' as const });

describe('what defenses leave of damage', () => {
  test("SRD 5.2.1's example of the order: 28 fire, 5 less by an aura, resisted and vulnerable, is 22", () => {
    given(enrolled({ max: 100 }), defended({ resistances: ['fire'], vulnerabilities: ['fire'] }))
      .when(damage({ parts: [fire(28)], adjust: -5 }))
      .then({ current: 78 }, { damage: 22, parts: [{ taken: 22, resisted: true, vulnerable: true }] });
  });

  test('15 halved for a save and vulnerable is 14', () => {
    given(enrolled({ max: 100 }), defended({ vulnerabilities: ['fire'] }))
      .when(damage({ parts: [fire(15)], halved: true }))
      .then({ current: 86 }, { damage: 14 });
  });

  test('7 fire and 7 cold, both resisted, is 6', () => {
    given(enrolled({ max: 100 }), defended({ resistances: ['fire', 'cold'] }))
      .when(damage({ parts: [fire(7), cold(7)] }))
      .then({ current: 94 }, { damage: 6 });
  });

  test('7 fire and 7 cold, only halved for a save, is 7', () => {
    given(enrolled({ max: 100 }))
      .when(damage({ parts: [fire(7), cold(7)], halved: true }))
      .then({ current: 93 }, { damage: 7 });
  });

  test('7 halved for a save and resisted is 1', () => {
    given(enrolled({ max: 100 }), defended({ resistances: ['fire'] }))
      .when(damage({ parts: [fire(7)], halved: true }))
      .then({ current: 99 }, { damage: 1 });
  });

  test('25 resisted is 12', () => {
    given(enrolled({ max: 100 }), defended({ resistances: ['fire'] }))
      .when(damage({ parts: [fire(25)] }))
      .then({ current: 88 }, { damage: 12 });
  });

  test('two resistances of a kind count once', () => {
    given(enrolled({ max: 100 }), defended({ resistances: ['fire', 'fire'] }))
      .when(damage({ parts: [fire(20)] }))
      .then({ current: 90 });
  });

  test('immunity leaves none, whatever else is there, and the rest of the hit counts', () => {
    given(enrolled({ max: 100 }), defended({ immunities: ['fire'], vulnerabilities: ['fire'] }))
      .when(damage({ parts: [fire(30), cold(4)] }))
      .then({ current: 96 }, { damage: 4, parts: [{ taken: 0, immune: true }, { amount: 4 }] });
  });

  test('damage of no type meets no defense', () => {
    given(enrolled({ max: 100 }), defended({ immunities: ['fire', 'cold'] }))
      .when(hit(9))
      .then({ current: 91 });
  });

  test('a penalty never turns damage into healing', () => {
    given(enrolled({ max: 20 }), hit(5))
      .when(damage({ parts: [fire(3)], adjust: -8 }))
      .then({ current: 15 }, { damage: 0 });
  });

  test('a bonus goes to the first part', () => {
    given(enrolled({ max: 100 }), defended({ resistances: ['fire'] }))
      .when(damage({ parts: [fire(4), cold(4)], adjust: 4 }))
      .then({ current: 92 }, { damage: 8, parts: [{ adjust: 4, taken: 4 }, { amount: 4 }] });
  });

  test('a penalty is taken from the parts in order, what is left of it from the next', () => {
    // 3 − 3 and 10 − 2; once from the first alone it would be 10
    given(enrolled({ max: 100 }))
      .when(damage({ parts: [cold(3), fire(10)], adjust: -5 }))
      .then(
        { current: 92 },
        {
          damage: 8,
          parts: [
            { adjust: -3, taken: 0 },
            { adjust: -2, taken: 8 },
          ],
        },
      );
    given(enrolled({ max: 100 }))
      .when(damage({ parts: [cold(3), fire(0), cold(2), fire(10)], adjust: -7 }))
      .then({ current: 92 }, { damage: 8 });
  });

  test('a penalty is taken before anything is halved, resisted or immune', () => {
    given(enrolled({ max: 100 }), defended({ resistances: ['fire'], immunities: ['cold'] }))
      .when(damage({ parts: [cold(3), fire(12)], adjust: -5, halved: true }))
      .then({ current: 98 }, { damage: 2 });
  });

  test('a penalty greater than all parts leaves nothing', () => {
    given(enrolled({ max: 100 }))
      .when(damage({ parts: [cold(3), fire(4)], adjust: -20 }))
      .then({ current: 100 }, { damage: 0, parts: [{ adjust: -3 }, { adjust: -17 }] });
  });
});

test('an event keeps what went in, and of the rest only what there is to say', () => {
  const { details } = given(enrolled({ max: 31 }))
    .when(damage({ parts: [fire(7), cold(3)], adjust: 0 }))
    .then({});
  expect(details).toEqual({
    parts: [
      { amount: 7, type: 'fire' },
      { amount: 3, type: 'cold' },
    ],
    damage: 10,
  });
});
