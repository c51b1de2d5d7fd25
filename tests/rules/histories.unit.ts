import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import fc from 'fast-check';
import {
  damageTypes,
  decide,
  editions,
  eventSchema,
  evolve,
  maximum,
  Refusal,
  stateSchema,
} from '../../src/rules/index.js';
import type { Command, Edition, Event, State } from '../../src/rules/index.js';

const amount = fc.oneof({ weight: 9, arbitrary: fc.nat(25) }, fc.nat(200));
const flag = fc.constantFrom({}, { halved: true as const }, { critical: true as const });
const part = fc.record(
  { amount, type: fc.constantFrom(...damageTypes.slice(0, 4)), adjust: fc.integer({ min: -9, max: 9 }) },
  { requiredKeys: ['amount'], noNullPrototype: true },
);
const command: fc.Arbitrary<Command> = fc.oneof(
  fc
    .tuple(fc.array(part, { minLength: 1, maxLength: 3 }), flag)
    .map(([parts, flags]) => ({ type: 'damage' as const, parts, ...flags })),
  amount.map((amount) => ({ type: 'heal' as const, amount })),
  fc.tuple(amount, fc.boolean()).map(([amount, replace]) => ({
    type: 'grantTemporary' as const,
    amount,
    ...(replace && { replace: true as const }),
  })),
  amount.map((value) => ({ type: 'set' as const, value, note: 'put right' })),
  fc
    .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: -5, max: 5 }))
    .map(([roll, bonus]) => ({ type: 'deathSave' as const, roll, bonus })),
  fc.integer({ min: 1, max: 40 }).map((value) => ({ type: 'revive' as const, value })),
);
const types = fc.uniqueArray(fc.constantFrom(...damageTypes.slice(0, 4)), { maxLength: 2 });
const begun = fc
  .record({
    kind: fc.constantFrom('pc' as const, 'npc' as const),
    max: fc.integer({ min: 1, max: 60 }),
    makesDeathSaves: fc.boolean(),
    edition: fc.constantFrom(...editions),
    defenses: fc.record(
      { resistances: types, immunities: types, vulnerabilities: types },
      { noNullPrototype: true },
    ),
  })
  .map(({ edition, defenses, ...character }) => {
    const enrolling = decide(undefined, { type: 'enroll', ...character, defenses }, edition);
    return { edition, enrolling, first: evolve(undefined, enrolling) };
  });

/** Decides, or does nothing where the rules refuse. */
function attempt(state: State, command: Command, edition: Edition): Event | undefined {
  try {
    return decide(state, command, edition);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function checkBounds(state: State): void {
  const { current, condition, deathSaves, temporary } = state;
  assert.deepEqual(stateSchema.parse(state), state);
  assert(current <= maximum(state));
  assert.equal(current > 0, condition === 'up');
  if (condition === 'up' || condition === 'stable')
    assert.deepEqual(deathSaves, { successes: 0, failures: 0 });
  if (condition === 'dying') assert(deathSaves.failures < 3);
  if (!state.makesDeathSaves) assert(condition === 'up' || condition === 'dead');
  assert(temporary >= 0);
}

test('10,000 random histories stay within bounds, by the rules, and replay to the same state', () => {
  fc.assert(
    fc.property(begun, fc.array(command, { maxLength: 20 }), ({ edition, enrolling, first }, commands) => {
      let state = first;
      const events: Event[] = [enrolling];
      for (const command of commands) {
        const event = attempt(state, command, edition);
        if (event === undefined) continue;
        const next = evolve(state, event);
        checkBounds(next);
        assert.equal(event.change, next.current - state.current);
        if (state.condition === 'dead') assert.equal(event.type, 'Revived');
        if ('condition' in event.details) {
          assert.equal(event.details.condition, next.condition);
          assert.notEqual(state.condition, next.condition);
        }
        if (event.type === 'Damaged') {
          // temporary hit points go first: what they could have taken never comes off the others
          const { damage } = event.details;
          const absorbed = Math.min(state.temporary, damage);
          assert.equal(state.temporary - next.temporary, absorbed);
          assert.equal(state.current - next.current, Math.min(state.current, damage - absorbed));
        }
        events.push(event);
        state = next;
      }
      const stored = events.map((event) => eventSchema.parse(JSON.parse(JSON.stringify(event))));
      assert.deepEqual(stored, events);
      assert.deepEqual(stored.reduce<State | undefined>(evolve, undefined), state);
    }),
    { numRuns: 10_000 },
  );
});

test('events replayed on another state than they were decided on do what still makes sense, and stay within bounds', () => {
  fc.assert(
    fc.property(begun, begun, fc.array(command, { maxLength: 15 }), (one, other, commands) => {
      let state = one.first;
      let elsewhere = other.first;
      for (const command of commands) {
        const event = attempt(state, command, one.edition);
        if (event === undefined) continue;
        const wasDead = elsewhere.condition === 'dead';
        state = evolve(state, event);
        elsewhere = evolve(elsewhere, event);
        checkBounds(elsewhere);
        if (wasDead && event.type !== 'Revived') assert.equal(elsewhere.condition, 'dead');
      }
    }),
    { numRuns: 2_000 },
  );
});
