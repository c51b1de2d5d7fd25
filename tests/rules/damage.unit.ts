import { describe, expect, test } from '@jest/globals';
import {
  concentrating,
  damage,
  deathSave,
  enrolled,
  given,
  given51,
  hit,
  knockedOut,
  temporary,
} from './game.js';

describe('temporary hit points', () => {
  test('are lost first', () => {
    given(enrolled({ max: 31 }), temporary(5))
      .when(hit(7))
      .then({ current: 29, temporary: 0 }, { damage: 7, absorbed: 5 });
  });

  test('can absorb a hit whole', () => {
    given(enrolled({ max: 31 }), temporary(9))
      .when(hit(7))
      .then({ current: 31, temporary: 2 }, { absorbed: 7 });
  });
});

describe('dropping to 0', () => {
  test('a player character is dying, with the overkill recorded', () => {
    given(enrolled({ max: 31 }), hit(27))
      .when(hit(12))
      .then({ current: 0, condition: 'dying', deathSaves: { successes: 0, failures: 0 } }, { overkill: 8 });
  });

  test('at exactly 0 there is no overkill', () => {
    const { details } = given(enrolled({ max: 31 }))
      .when(hit(31))
      .then({ current: 0, condition: 'dying' });
    expect(details).not.toHaveProperty('overkill');
  });

  test('ends concentration', () => {
    given(enrolled({ max: 31 }), concentrating)
      .when(hit(31))
      .then({ concentration: null });
    given(enrolled({ max: 31 }), concentrating)
      .when(hit(30))
      .then({ concentration: 'Bless' });
  });

  test('from 1, knocked out, is dying as any other', () => {
    given(enrolled({ max: 31 }), knockedOut)
      .when(hit(3))
      .then({ current: 0, condition: 'dying', deathSaves: { successes: 0, failures: 0 } }, { overkill: 2 });
  });

  test('a creature dies', () => {
    given(enrolled({ max: 7, kind: 'npc' }))
      .when(hit(7))
      .then({ current: 0, condition: 'dead' });
  });

  test('a creature with death saves is dying, a player character without dies', () => {
    given(enrolled({ max: 7, kind: 'npc', makesDeathSaves: true }))
      .when(hit(7))
      .then({ condition: 'dying' });
    given(enrolled({ max: 7, makesDeathSaves: false }))
      .when(hit(7))
      .then({ condition: 'dead' });
  });
});

describe('massive damage', () => {
  test("SRD's example: a maximum of 12 at 6, hit by 18, dies", () => {
    given(enrolled({ max: 12 }), hit(6))
      .when(hit(18))
      .then({ current: 0, condition: 'dead' }, { overkill: 12, massive: true });
  });

  test('by 17 is dying', () => {
    given(enrolled({ max: 12 }), hit(6))
      .when(hit(17))
      .then({ current: 0, condition: 'dying' }, { overkill: 11 });
  });

  test('counts what is left after temporary hit points', () => {
    given(enrolled({ max: 12 }), hit(6), temporary(1))
      .when(hit(18))
      .then({ condition: 'dying' }, { overkill: 11 });
  });
});

describe('damage at 0', () => {
  const dying = [enrolled({ max: 12 }), hit(12)];
  const stable = [...dying, deathSave(10), deathSave(10), deathSave(10)];

  test('is a failed death save', () => {
    given(...dying)
      .when(hit(1))
      .then({ condition: 'dying', deathSaves: { successes: 0, failures: 1 } }, { failures: 1 });
  });

  test('is two of them for a critical hit', () => {
    given(...dying)
      .when(hit(1, { critical: true }))
      .then({ deathSaves: { successes: 0, failures: 2 } }, { failures: 2 });
  });

  test('kills with the third', () => {
    given(...dying, hit(1), hit(1))
      .when(hit(1))
      .then({ condition: 'dead' });
    given(...dying, hit(1), hit(1))
      .when(hit(1, { critical: true }))
      .then({ condition: 'dead' });
  });

  test('ends being stable', () => {
    given(...stable)
      .when(hit(1))
      .then({ condition: 'dying', deathSaves: { successes: 0, failures: 1 } });
  });

  test('kills at once when it reaches the maximum', () => {
    given(...dying)
      .when(hit(12))
      .then({ condition: 'dead' }, { massive: true });
    given(...dying)
      .when(hit(11))
      .then({ condition: 'dying' });
    given(...stable)
      .when(hit(12))
      .then({ condition: 'dead' });
  });

  test('counts also where temporary hit points absorb it whole', () => {
    given(...dying, temporary(8))
      .when(hit(5))
      .then({ temporary: 3, deathSaves: { successes: 0, failures: 1 } });
    given(...stable, temporary(8))
      .when(hit(5))
      .then({ condition: 'dying' });
    given(...dying, temporary(8))
      .when(hit(12))
      .then({ condition: 'dead' }, { massive: true });
  });

  test('of 0 is no damage', () => {
    given(...dying)
      .when(hit(0))
      .then({ condition: 'dying', deathSaves: { successes: 0, failures: 0 } });
    given(...stable)
      .when(hit(1, { halved: true }))
      .then({ condition: 'stable' }, { damage: 0 });
  });
});

describe('the dead', () => {
  test('take no damage, in either edition', () => {
    given(enrolled({ max: 5 }), hit(10))
      .when(hit(1))
      .isRefused({ code: 'dead' });
    given51(enrolled({ max: 5 }), hit(10))
      .when(hit(1))
      .isRefused({ code: 'dead' });
  });
});

test('how the dice of a part fell is kept, and does nothing', () => {
  const rolled = '2d6+3: [4, 5]+3';
  given(enrolled({ max: 20 }))
    .when(damage({ parts: [{ amount: 12, rolled }] }))
    .then({ current: 8 }, { damage: 12, parts: [{ amount: 12, rolled }] });
});
