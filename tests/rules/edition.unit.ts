import { expect, test } from '@jest/globals';
import { decide, evolve } from '../../src/rules/index.js';
import type { Edition, Event, State } from '../../src/rules/index.js';
import { adjusted, enrolled, given, given51, healing, hit, knockedOut, longRest, shortRest } from './game.js';

test('an event says by which edition it was decided, and the net change of hit points', () => {
  expect(
    given(enrolled({ max: 9 }))
      .when(hit(20))
      .then({}),
  ).toMatchObject({ rules: '5.2', change: -9 });
  expect(
    given51(enrolled({ max: 9 }), hit(4))
      .when(healing(99))
      .then({}),
  ).toMatchObject({ rules: '5.1', change: 4 });
});

test('a change of edition touches no earlier entry', () => {
  const commands = [
    enrolled({ max: 20, hitDice: [{ die: 8, total: 4 }], constitution: -3 }),
    hit(15),
    shortRest([8, 1], [8, 2], [8, 6]),
    longRest,
    knockedOut,
    healing(3),
    adjusted(-20),
  ];
  const played = (edition: Edition) => {
    const events: Event[] = [];
    for (const command of commands)
      events.push(
        decide(
          events.reduce<State | undefined>((state, event) => evolve(state, event), undefined),
          command,
          edition,
        ),
      );
    return events;
  };
  const statesOf = (events: Event[]) =>
    events.map((_, index) =>
      events.slice(0, index + 1).reduce<State | undefined>((state, event) => evolve(state, event), undefined),
    );
  const old = played('5.1');
  const before = statesOf(old);
  expect(before).toMatchObject([
    { current: 20 },
    { current: 5 },
    { current: 8, hitDice: [{ left: 1 }] },
    { current: 20, hitDice: [{ left: 3 }] },
    { current: 0, condition: 'stable' },
    { current: 3, condition: 'up' },
    { current: 0, condition: 'dying' },
  ]);
  expect(statesOf(played('5.2'))).toMatchObject([
    { current: 20 },
    { current: 5 },
    { current: 10, hitDice: [{ left: 1 }] },
    { current: 20, hitDice: [{ left: 4 }] },
    { current: 1, condition: 'stable' },
    { current: 4, condition: 'up' },
    { current: 0, condition: 'dead' },
  ]);
  // from here on by the other edition
  const next = decide(before.at(-1), adjusted(20, { heal: true }), '5.2');
  expect(next.rules).toBe('5.2');
  expect(statesOf([...old, next]).slice(0, -1)).toEqual(before);
});
