import { describe, expect, test } from '@jest/globals';
import {
  by51,
  concentrating,
  enrolled,
  given,
  given51,
  healing,
  hit,
  knockedOut,
  longRest,
  shortRest,
  temporary,
} from './game.js';

const meaningTo = { knockOut: true } as const;

describe('knocking out', () => {
  test('leaves 1 hit point, unconscious (5.2)', () => {
    given(enrolled({ max: 20 }))
      .when(hit(25, meaningTo))
      .then(
        { current: 1, condition: 'stable' },
        { knockOut: true, knockedOut: true, overkill: 5, condition: 'stable' },
      );
  });

  test('leaves 0 hit points, stable (5.1)', () => {
    given51(enrolled({ max: 20 }))
      .when(hit(25, meaningTo))
      .then({ current: 0, condition: 'stable' }, { knockedOut: true, overkill: 5 });
  });

  test('spares who would die at once: of massive damage, or for want of death saves', () => {
    for (const game of [given, given51]) {
      const { details } = game(enrolled({ max: 7, kind: 'npc' }))
        .when(hit(99, meaningTo))
        .then({ condition: 'stable' }, { knockedOut: true });
      expect(details).not.toHaveProperty('massive');
    }
  });

  test('ends concentration, and says of what', () => {
    for (const game of [given, given51])
      game(enrolled({ max: 20 }), concentrating)
        .when(hit(20, meaningTo))
        .then({ concentration: null }, { concentrationEnded: 'Bless' });
  });

  test('takes a hit that would drop to 0', () => {
    const { details } = given(enrolled({ max: 20 }), temporary(5))
      .when(hit(24, meaningTo))
      .then({ current: 1, condition: 'up' }, { knockOut: true });
    expect(details).not.toHaveProperty('knockedOut');
  });

  test('changes nothing at 0: the hit is a failed death save', () => {
    const { details } = given(enrolled({ max: 20 }), hit(20))
      .when(hit(3, meaningTo))
      .then({ condition: 'dying', deathSaves: { successes: 0, failures: 1 } }, { failures: 1 });
    expect(details).not.toHaveProperty('knockedOut');
  });

  test('once more leaves all as it is (5.2)', () => {
    given(enrolled({ max: 20 }), knockedOut)
      .when(hit(3, meaningTo))
      .then({ current: 1, condition: 'stable' }, { knockedOut: true });
  });
});

describe('whoever was knocked out', () => {
  test('is up after healing, a short rest or a long one (5.2)', () => {
    for (const waking of [healing(1), shortRest(), longRest])
      given(enrolled({ max: 20 }), knockedOut)
        .when(waking)
        .then({ condition: 'up' }, { woke: true });
  });

  test('at 0 is up after healing alone (5.1)', () => {
    const before = [enrolled({ max: 20 }), knockedOut];
    given51(...before)
      .when(healing(1))
      .then({ current: 1, condition: 'up' });
    given51(...before)
      .when(shortRest())
      .then({ current: 0, condition: 'stable' });
    given51(...before)
      .when(longRest)
      .isRefused({ code: 'needs-hit-point' });
  });

  test('and makes no death saves dies of a hit at 0', () => {
    given51(enrolled({ max: 20, kind: 'npc' }), knockedOut)
      .when(hit(1))
      .then({ current: 0, condition: 'dead' }, { condition: 'dead' });
  });

  test('at 0 by the old edition is hit there by the new one', () => {
    given(enrolled({ max: 20 }), by51(knockedOut))
      .when(hit(1))
      .then({ condition: 'dying', deathSaves: { successes: 0, failures: 1 } });
  });
});
