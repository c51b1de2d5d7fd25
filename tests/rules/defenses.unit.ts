import { describe, expect, test } from '@jest/globals';
import { damage, defended, enrolled, given, hit } from './game.js';

const fire = (amount: number, adjust?: number) => ({
  amount,
  type: 'fire' as const,
  ...(adjust !== undefined && { adjust }),
});
const cold = (amount: number) => ({ amount, type: 'cold' as const });

describe('what defenses leave of damage', () => {
  test("SRD 5.2.1's example of the order: 28 fire, 5 less by an aura, resisted and vulnerable, is 22", () => {
    given(enrolled({ max: 100 }), defended({ resistances: ['fire'], vulnerabilities: ['fire'] }))
      .when(damage({ parts: [fire(28, -5)] }))
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
      .when(damage({ parts: [fire(3, -8)] }))
      .then({ current: 15 }, { damage: 0 });
  });
});

test('an event keeps what went in, and of the rest only what there is to say', () => {
  const { details } = given(enrolled({ max: 31 }))
    .when(damage({ parts: [fire(7, 0), cold(3)] }))
    .then({});
  expect(details).toEqual({
    parts: [
      { amount: 7, type: 'fire' },
      { amount: 3, type: 'cold' },
    ],
    damage: 10,
  });
});
