import { expect, test } from '@jest/globals';
import { decide, evolve } from '../../src/rules/index.js';
import { deathSave, enrolled, healing, hit, revival, setTo, stateAfter, temporary } from './game.js';
import type { Before } from './game.js';

const living = [enrolled({ max: 20 }), hit(5)];
const dying = [enrolled({ max: 20 }), hit(20)];
const dead = [enrolled({ max: 20 }), hit(40)];
const drainedAndDead: Before[] = [...dead, (state) => ({ ...state, maxModifier: -20 })];

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
