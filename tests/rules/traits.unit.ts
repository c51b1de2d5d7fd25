import { describe, expect, test } from '@jest/globals';
import { defended, edited, enrolled, given, hit, knockedOut, shortRest } from './game.js';

const fighter = enrolled({
  max: 40,
  hitDice: [
    { die: 10, total: 3 },
    { die: 6, total: 2 },
  ],
});
const dead = [fighter, hit(80)];

describe('defenses', () => {
  test('are set anew, each type once and in order', () => {
    const defenses = { resistances: ['fire', 'cold'], immunities: [], vulnerabilities: ['thunder'] };
    given(fighter, defended({ immunities: ['poison'] }))
      .when(defended({ resistances: ['fire', 'cold', 'fire'], vulnerabilities: ['thunder'] }))
      .then(
        { defenses: { resistances: ['cold', 'fire'], immunities: [], vulnerabilities: ['thunder'] } },
        { defenses: { ...defenses, resistances: ['cold', 'fire'] } },
      );
  });

  test('can be set for the dead', () => {
    given(...dead)
      .when(defended({ immunities: ['poison'] }))
      .then({
        condition: 'dead',
        defenses: { resistances: [], immunities: ['poison'], vulnerabilities: [] },
      });
  });
});

describe('editing', () => {
  test('other hit dice stay as spent as they can', () => {
    given(fighter, hit(30), shortRest([10, 1], [10, 1], [6, 1]))
      .when(
        edited({
          hitDice: [
            { die: 6, total: 5 },
            { die: 8, total: 1 },
            { die: 10, total: 1 },
          ],
        }),
      )
      .then({
        hitDice: [
          { die: 10, left: 0, total: 1 },
          { die: 8, left: 1, total: 1 },
          { die: 6, left: 4, total: 5 },
        ],
      });
  });

  test('another Constitution modifier counts from the next rest on', () => {
    given(fighter, hit(30))
      .when(edited({ constitution: 3 }))
      .then({ constitution: 3, current: 10 }, { constitution: 3 });
    given(fighter, hit(30), edited({ constitution: 3 }))
      .when(shortRest([10, 4]))
      .then({ current: 17 });
  });

  test('what is not named stays', () => {
    const { details } = given(fighter)
      .when(edited({ makesDeathSaves: false }))
      .then({
        makesDeathSaves: false,
        constitution: 0,
        hitDice: [
          { die: 10, left: 3, total: 3 },
          { die: 6, left: 2, total: 2 },
        ],
      });
    expect(details).toEqual({ makesDeathSaves: false });
  });

  test('who is dying and makes no death saves any more is dead, who is stable is not', () => {
    given(fighter, hit(40))
      .when(edited({ makesDeathSaves: false }))
      .then({ condition: 'dead' }, { condition: 'dead' });
    given(fighter, knockedOut)
      .when(edited({ makesDeathSaves: false }))
      .then({ condition: 'stable' });
  });

  test('reaches the dead and leaves them so', () => {
    given(...dead)
      .when(edited({ makesDeathSaves: true, constitution: 1 }))
      .then({ condition: 'dead', constitution: 1 });
  });

  test('of nothing is refused', () => {
    given(fighter).when(edited({})).isRefused({ code: 'nothing-to-edit' });
  });
});
