import { describe, expect, test } from '@jest/globals';
import {
  adjusted,
  concentrating,
  enrolled,
  given,
  given51,
  hit,
  knockedOut,
  longRest,
  shortRest,
  temporary,
} from './game.js';

const hitDice = [
  { die: 10, total: 3 },
  { die: 6, total: 2 },
];
const fighter = enrolled({ max: 40, hitDice, constitution: 2 });
const sickly = enrolled({ max: 40, hitDice, constitution: -4 });
/** Hit dice as they are left of the fighter's. */
const left = (tens: number, sixes: number) => [
  { die: 10, left: tens, total: 3 },
  { die: 6, left: sixes, total: 2 },
];
const dying = [fighter, hit(40)];
const dead = [fighter, hit(80)];
const spentAll = shortRest([10, 1], [10, 1], [10, 1], [6, 1], [6, 1]);

describe('a short rest', () => {
  test('spends hit dice: each gives what it shows and the Constitution modifier', () => {
    given(fighter, hit(30))
      .when(shortRest([10, 7], [6, 1]))
      .then(
        {
          current: 22,
          hitDice: left(2, 1),
        },
        {
          kind: 'short',
          dice: [
            { die: 10, roll: 7 },
            { die: 6, roll: 1 },
          ],
          constitution: 2,
          regained: 12,
        },
      );
  });

  test('gives at least 1 for each die, 0 by 5.1', () => {
    given(sickly, hit(30))
      .when(shortRest([10, 7], [6, 1], [6, 4]))
      .then({ current: 15 }, { constitution: -4, regained: 5 });
    given51(sickly, hit(30))
      .when(shortRest([10, 7], [6, 1], [6, 4]))
      .then({ current: 13 }, { regained: 3 });
  });

  test('stops at the maximum; the surplus is recorded', () => {
    given(fighter, hit(5))
      .when(shortRest([10, 10]))
      .then({ current: 40, hitDice: left(2, 2) }, { regained: 5, surplus: 7 });
  });

  test('without dice is recorded all the same', () => {
    const event = given(fighter, hit(5)).when(shortRest()).then({ current: 35 });
    expect(event).toMatchObject({ type: 'Rested', change: 0 });
    expect(event.details).toEqual({ kind: 'short' });
  });

  test('spends no die that is not there', () => {
    given(fighter, hit(30), shortRest([6, 2]))
      .when(shortRest([6, 2], [10, 5], [6, 3]))
      .isRefused({ code: 'no-hit-dice', die: 6, left: 1 });
    given(fighter, hit(30))
      .when(shortRest([12, 2]))
      .isRefused({ code: 'no-hit-dice', die: 12, left: 0 });
  });

  test('takes 1 hit point, but not by 5.1', () => {
    given(...dying)
      .when(shortRest([10, 3]))
      .isRefused({ code: 'needs-hit-point' });
    given51(...dying)
      .when(shortRest([10, 3]))
      .then({ current: 5, condition: 'up' }, { regained: 5, woke: true });
  });

  test('wakes who was knocked out, but not by 5.1', () => {
    given(fighter, knockedOut).when(shortRest()).then({ current: 1, condition: 'up' }, { woke: true });
    given51(fighter, knockedOut).when(shortRest()).then({ current: 0, condition: 'stable' });
  });

  test('ends neither temporary hit points, nor an adjusted maximum, nor concentration', () => {
    given(fighter, temporary(5), adjusted(5), concentrating)
      .when(shortRest())
      .then({ temporary: 5, maxModifier: 5, concentration: 'Bless' });
  });
});

describe('a long rest', () => {
  test('gives all hit points of the maximum, and ends what was for a while', () => {
    given(fighter, temporary(8), adjusted(-10), concentrating, hit(20))
      .when(longRest)
      .then(
        { current: 40, temporary: 0, maxModifier: 0, concentration: null },
        { kind: 'long', regained: 22, modifierEnded: -10, concentrationEnded: 'Bless' },
      );
    given(fighter, temporary(8)).when(longRest).then({ temporary: 0 }, { temporaryEnded: 8 });
  });

  test('takes what was above the maximum', () => {
    const event = given(fighter, adjusted(10, { heal: true }))
      .when(longRest)
      .then({ current: 40 });
    expect(event).toMatchObject({ change: -10, details: { modifierEnded: 10 } });
    expect(event.details).not.toHaveProperty('regained');
  });

  test('gives all hit dice back', () => {
    given(fighter, hit(39), spentAll)
      .when(longRest)
      .then(
        {
          hitDice: left(3, 2),
        },
        {
          recovered: [
            { die: 10, count: 3 },
            { die: 6, count: 2 },
          ],
        },
      );
  });

  test('gives half of the hit dice back by 5.1, at least one, the largest first', () => {
    given51(fighter, hit(39), spentAll)
      .when(longRest)
      .then({ hitDice: left(2, 0) }, { recovered: [{ die: 10, count: 2 }] });
    given51(fighter, hit(39), shortRest([10, 1], [6, 1], [6, 1]))
      .when(longRest)
      .then(
        { hitDice: left(3, 1) },
        {
          recovered: [
            { die: 10, count: 1 },
            { die: 6, count: 1 },
          ],
        },
      );
    given51(enrolled({ max: 9, hitDice: [{ die: 8, total: 1 }] }), hit(5), shortRest([8, 1]))
      .when(longRest)
      .then({ hitDice: [{ die: 8, left: 1, total: 1 }] });
  });

  test('says nothing of hit dice where none come back', () => {
    expect(given(fighter, hit(5)).when(longRest).then({}).details).toEqual({ kind: 'long', regained: 5 });
  });

  test('takes 1 hit point', () => {
    for (const game of [given, given51])
      game(...dying)
        .when(longRest)
        .isRefused({ code: 'needs-hit-point' });
  });

  test('wakes who was knocked out', () => {
    given(fighter, knockedOut)
      .when(longRest)
      .then({ current: 40, condition: 'up' }, { regained: 39, woke: true });
  });
});

test('the dead do not rest', () => {
  for (const game of [given, given51])
    for (const rest of [shortRest(), longRest])
      game(...dead)
        .when(rest)
        .isRefused({ code: 'dead' });
});
