import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import fc from 'fast-check';
import { eventSchema, evolve } from '../../src/rules/index.js';
import type { Event, EventType, State } from '../../src/rules/index.js';
import { attempt, begun, checkBounds, commands } from './arbitrary.js';

/** What can still happen to the dead. */
const metByTheDead: EventType[] = ['Revived', 'MaximumSet', 'MaximumAdjusted', 'DefensesSet', 'Edited'];

/** That an event says what became of someone, and nothing else. */
function checkTold({ type, change, details }: Event, state: State, next: State): void {
  assert.equal(change, next.current - state.current);
  if (state.condition === 'dead') assert(metByTheDead.includes(type));
  const turned = next.condition !== state.condition;
  if ('condition' in details) assert(turned && details.condition === next.condition);
  else if ('woke' in details) assert(turned && next.condition === 'up');
  else assert.equal(turned, type === 'Revived');
  const ended = next.concentration === null ? state.concentration : null;
  if ('concentrationEnded' in details) assert(ended !== null && details.concentrationEnded === ended);
  else assert(ended === null || type === 'ConcentrationChanged');
}

/** Temporary hit points go first: what they could have taken never comes off the others. */
function checkHit({ rules, details }: Extract<Event, { type: 'Damaged' }>, state: State, next: State): void {
  const { damage, knockedOut } = details;
  const absorbed = Math.min(state.temporary, damage);
  const kept = knockedOut === true && rules === '5.2' ? 1 : 0;
  assert.equal(state.temporary - next.temporary, absorbed);
  assert.equal(state.current - next.current, Math.min(state.current - kept, damage - absorbed));
}

/** HP_LEDGER_HISTORIES=10000 makes as many. */
const histories = Number(process.env.HP_LEDGER_HISTORIES ?? 2_500);

test('random histories stay within bounds, by the rules, and replay to the same state', () => {
  fc.assert(
    fc.property(begun, commands(20), ({ enrolling, first }, commands) => {
      let state = first;
      const events: Event[] = [enrolling];
      for (const [command, edition] of commands) {
        const event = attempt(state, command, edition);
        if (event === undefined) continue;
        const next = evolve(state, event);
        checkBounds(next);
        checkTold(event, state, next);
        if (event.type === 'Damaged') checkHit(event, state, next);
        events.push(event);
        state = next;
      }
      const stored = events.map((event) => eventSchema.parse(JSON.parse(JSON.stringify(event))));
      assert.deepEqual(stored, events);
      assert.deepEqual(
        stored.reduce<State | undefined>((before, event) => evolve(before, event), undefined),
        state,
      );
    }),
    { numRuns: histories },
  );
});

test('events replayed on another state than they were decided on do what still makes sense, and stay within bounds', () => {
  fc.assert(
    fc.property(begun, begun, commands(15), (one, other, commands) => {
      let state = one.first;
      let elsewhere = other.first;
      for (const [command, edition] of commands) {
        const event = attempt(state, command, edition);
        if (event === undefined) continue;
        const wasDead = elsewhere.condition === 'dead';
        state = evolve(state, event);
        elsewhere = evolve(elsewhere, event);
        checkBounds(elsewhere);
        if (wasDead && event.type !== 'Revived') assert.equal(elsewhere.condition, 'dead');
      }
    }),
    { numRuns: histories / 2 },
  );
});
