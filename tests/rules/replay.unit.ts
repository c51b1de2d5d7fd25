import { expect, test } from '@jest/globals';
import { decide, evolve } from '../../src/rules/index.js';
import {
  adjusted,
  concentrating,
  deathSave,
  enrolled,
  healing,
  hit,
  knockedOut,
  longRest,
  maximumOf,
  revival,
  setTo,
  shortRest,
  stabilising,
  stateAfter,
  temporary,
} from './game.js';

const living = [enrolled({ max: 20 }), hit(5)];
const dying = [enrolled({ max: 20 }), hit(20)];
const dead = [enrolled({ max: 20 }), hit(40)];
const drainedAndDead = [...dead, adjusted(-20)];
const withDice = enrolled({ max: 20, hitDice: [{ die: 8, total: 2 }] });

test.each([
  ['damage', hit(3), living, dead],
  ['healing', healing(3), living, dead],
  ['temporary hit points', temporary(3), living, dead],
  ['a number', setTo(3), living, dead],
  ['a death save', deathSave(20), dying, living],
  ['a death save', deathSave(20), dying, dead],
  ['a revival', revival(3), dead, living],
  ['a revival', revival(3), dead, dying],
  ['a revival to more than there can be', revival(3), dead, drainedAndDead],
  ['stabilising', stabilising, dying, living],
  ['stabilising', stabilising, dying, dead],
  ['a long rest', longRest, living, dying],
  ['a long rest', longRest, living, dead],
  ['a short rest', shortRest(), [withDice, knockedOut], dead],
  ['a short rest with dice', shortRest([8, 5]), [withDice, hit(5)], dying],
  ['a short rest with dice', shortRest([8, 5]), [withDice, hit(5)], living],
  ['concentrating', concentrating, living, dying],
  ['concentrating', concentrating, living, [...living, knockedOut]],
  ['concentrating', concentrating, living, dead],
  ['an end of concentration', { type: 'concentrate' as const, on: null }, [...living, concentrating], living],
  ['a second beginning', enrolled({ max: 9 }), [], living],
])('%s does nothing where, after a change of the past, it makes no sense', (_, command, then, now) => {
  const event = decide(stateAfter('5.2', then), command, '5.2');
  const state = stateAfter('5.2', now);
  expect(evolve(state, event)).toEqual(state);
});

test('what follows from the rules is decided again, from what went in', () => {
  const event = decide(stateAfter('5.2', living), hit(18), '5.2');
  expect(event.change).toBe(-15);
  expect(evolve(stateAfter('5.2', [...living, temporary(4)]), event)).toMatchObject({
    current: 1,
    temporary: 0,
    condition: 'up',
  });
});

test('hit dice that are there no more are not counted', () => {
  const event = decide(stateAfter('5.2', [withDice, hit(15)]), shortRest([8, 3], [8, 4]), '5.2');
  expect(event.change).toBe(7);
  expect(evolve(stateAfter('5.2', [withDice, hit(15), shortRest([8, 1])]), event)).toMatchObject({
    current: 9,
    hitDice: [{ die: 8, left: 0, total: 2 }],
  });
});

test('the maximum stays within its bounds where more was drained than there is now', () => {
  const drain = decide(stateAfter('5.2', [enrolled({ max: 60 })]), adjusted(-50), '5.2');
  expect(evolve(stateAfter('5.2', living), drain)).toMatchObject({ maxModifier: -20, condition: 'dead' });
  expect(evolve(stateAfter('5.2', dead), drain)).toMatchObject({ maxModifier: -20, condition: 'dead' });
  const gift = decide(stateAfter('5.2', living), adjusted(999), '5.2');
  const giant = [enrolled({ max: 9_999 }), hit(99)];
  expect(evolve(stateAfter('5.2', giant), gift)).toMatchObject({ maxModifier: 0, current: 9_900 });
});

test('a rest, a drain and a knocking out stay by the edition that they were decided by', () => {
  const knockOut = decide(stateAfter('5.1', living), hit(99, { knockOut: true }), '5.1');
  expect(evolve(stateAfter('5.2', living), knockOut)).toMatchObject({ current: 0, condition: 'stable' });
  const drain = decide(stateAfter('5.1', living), adjusted(-20), '5.1');
  expect(evolve(stateAfter('5.2', living), drain)).toMatchObject({ condition: 'dying' });
  const rest = decide(stateAfter('5.1', [withDice, hit(5)]), shortRest([8, 1]), '5.1');
  const weak = enrolled({ max: 20, hitDice: [{ die: 8, total: 1 }], constitution: -3 });
  expect(evolve(stateAfter('5.2', [weak, hit(5)]), rest)).toMatchObject({ current: 15 });
});

test('a level gained and undone leaves hit points as they would have been', () => {
  const hurt = decide(
    stateAfter('5.2', [enrolled({ max: 20 }), maximumOf(30, { heal: true })]),
    hit(12),
    '5.2',
  );
  expect(evolve(stateAfter('5.2', [enrolled({ max: 20 })]), hurt)).toMatchObject({ current: 8, max: 20 });
});
