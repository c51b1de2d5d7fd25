import { describe, expect, test } from '@jest/globals';
import { concentrating, damage, enrolled, given, given51, hit, knockedOut, temporary } from './game.js';
import type { Command } from '../../src/rules/index.js';

const ended: Command = { type: 'concentrate', on: null };
const caster = [enrolled({ max: 500 }), concentrating];

describe('concentration', () => {
  test('is on one effect: a new one takes its place', () => {
    given(enrolled({ max: 20 }))
      .when(concentrating)
      .then({ concentration: 'Bless' }, { on: 'Bless' });
    given(...caster)
      .when({ type: 'concentrate', on: 'Web' })
      .then({ concentration: 'Web' }, { on: 'Web', before: 'Bless' });
  });

  test('can be ended, where there is any', () => {
    const { details } = given(...caster)
      .when(ended)
      .then({ concentration: null }, { before: 'Bless' });
    expect(details).not.toHaveProperty('on');
    given(enrolled({ max: 20 }))
      .when(ended)
      .isRefused({ code: 'not-concentrating' });
  });

  test('is not for the unconscious or the dead', () => {
    given(enrolled({ max: 20 }), hit(20))
      .when(concentrating)
      .isRefused({ code: 'unconscious', condition: 'dying' });
    given(enrolled({ max: 20 }), knockedOut)
      .when(concentrating)
      .isRefused({ code: 'unconscious', condition: 'stable' });
    given(enrolled({ max: 20 }), hit(40))
      .when(concentrating)
      .isRefused({ code: 'dead' });
  });

  test('ends at 0, and the event says of what', () => {
    given(...caster)
      .when(hit(500))
      .then({ concentration: null }, { condition: 'dying', concentrationEnded: 'Bless' });
    given(...caster)
      .when(hit(1_000))
      .then({ concentration: null }, { condition: 'dead', concentrationEnded: 'Bless' });
  });
});

describe('the save that damage asks for', () => {
  test.each([
    [1, 10, 10],
    [21, 10, 10],
    [22, 11, 11],
    [45, 22, 22],
    [61, 30, 30],
    [62, 30, 31],
    [499, 30, 249],
  ])('of %d is against a DC of %d, %d by 5.1', (amount, concentrationSave, concentrationSave51) => {
    given(...caster)
      .when(hit(amount))
      .then({ concentration: 'Bless' }, { concentrationSave });
    given51(...caster)
      .when(hit(amount))
      .then({ concentration: 'Bless' }, { concentrationSave: concentrationSave51 });
  });

  test('is one for all parts of a hit, by the damage that is taken', () => {
    given(...caster)
      .when(damage({ parts: [{ amount: 25 }, { amount: 25 }], halved: true }))
      .then({}, { damage: 25, concentrationSave: 12 });
  });

  test('is asked for also where temporary hit points absorb all of it', () => {
    given(...caster, temporary(30))
      .when(hit(26))
      .then({ temporary: 4 }, { absorbed: 26, concentrationSave: 13 });
  });

  test('is not asked for without damage, without concentration, or at 0', () => {
    for (const [before, command] of [
      [caster, hit(0)],
      [caster, hit(500)],
      [[enrolled({ max: 500 })], hit(30)],
    ] as const)
      expect(
        given(...before)
          .when(command)
          .then({}).details,
      ).not.toHaveProperty('concentrationSave');
  });
});
