import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  damageTypes,
  decide,
  editions,
  evolve,
  highestAmount,
  maximum,
  Refusal,
  stateSchema,
} from '../../src/rules/index.js';
import type { Command, Edition, Event, State } from '../../src/rules/index.js';

/** Whatever can be asked of the rules, and what holds of every state. */

export const amount = fc.oneof({ weight: 9, arbitrary: fc.nat(25) }, fc.nat(200));
const flag = fc.constantFrom(
  {},
  { halved: true as const },
  { resisted: true as const },
  { critical: true as const },
  { knockOut: true as const },
);
const heal = fc.constantFrom({}, { heal: true as const });
const die = fc.constantFrom(6, 10);
const constitution = fc.integer({ min: -5, max: 5 });
const types = fc.uniqueArray(fc.constantFrom(...damageTypes.slice(0, 4)), { maxLength: 2 });
const defenses = fc.record(
  { resistances: types, immunities: types, vulnerabilities: types },
  { noNullPrototype: true },
);
const hitDice = fc.uniqueArray(
  fc.record({ die, total: fc.integer({ min: 1, max: 4 }) }, { noNullPrototype: true }),
  { selector: (one) => one.die, maxLength: 2 },
);
export const edition = fc.constantFrom(...editions);
export const part = fc.record(
  { amount, type: fc.constantFrom(...damageTypes.slice(0, 4)) },
  { requiredKeys: ['amount'], noNullPrototype: true },
);
export const adjust = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -60, max: 0 }));
export const damage: fc.Arbitrary<Command> = fc
  .tuple(fc.array(part, { minLength: 1, maxLength: 3 }), fc.option(adjust, { nil: undefined }), flag)
  .map(([parts, adjust, flags]) => ({
    type: 'damage' as const,
    parts,
    ...(adjust !== undefined && { adjust }),
    ...flags,
  }));
export const command: fc.Arbitrary<Command> = fc.oneof(
  damage,
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
  fc.constant({ type: 'stabilize' as const }),
  fc.integer({ min: 1, max: 40 }).map((value) => ({ type: 'revive' as const, value })),
  fc
    .tuple(fc.integer({ min: 1, max: 80 }), heal)
    .map(([value, flags]) => ({ type: 'setMaximum' as const, value, ...flags })),
  fc
    .tuple(fc.integer({ min: -60, max: 30 }), heal)
    .map(([by, flags]) => ({ type: 'adjustMaximum' as const, by, ...flags })),
  fc
    .array(
      die.chain((die) => fc.integer({ min: 1, max: die }).map((roll) => ({ die, roll }))),
      { maxLength: 3 },
    )
    .map((dice) => ({ type: 'rest' as const, kind: 'short' as const, dice })),
  fc.constant({ type: 'rest' as const, kind: 'long' as const }),
  fc.constantFrom('Bless', 'Web', null).map((on) => ({ type: 'concentrate' as const, on })),
  defenses.map((defenses) => ({ type: 'setDefenses' as const, defenses })),
  fc
    .record(
      { hitDice, constitution, makesDeathSaves: fc.boolean() },
      { requiredKeys: [], noNullPrototype: true },
    )
    .map((traits) => ({ type: 'edit' as const, ...traits })),
);
/** What is done one after the other; the edition may change in between. */
export const commands = (maxLength: number) => fc.array(fc.tuple(command, edition), { maxLength });
export const begun = fc
  .record({
    kind: fc.constantFrom('pc' as const, 'npc' as const),
    max: fc.integer({ min: 1, max: 60 }),
    makesDeathSaves: fc.boolean(),
    defenses,
    hitDice,
    constitution,
  })
  .map((character) => {
    const enrolling = decide(undefined, { type: 'enroll', ...character }, '5.2');
    return { enrolling, first: evolve(undefined, enrolling) };
  });

/** Decides, or does nothing where the rules refuse. */
export function attempt(state: State, command: Command, edition: Edition): Event | undefined {
  try {
    return decide(state, command, edition);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

export function checkBounds(state: State): void {
  const { current, condition, deathSaves, hitDice } = state;
  assert.deepEqual(stateSchema.parse(state), state);
  assert(maximum(state) >= 0 && maximum(state) <= highestAmount);
  assert(current <= maximum(state));
  if (condition === 'up') assert(current > 0);
  else assert(current === 0 || (condition === 'stable' && current === 1));
  if (condition === 'up' || condition === 'stable')
    assert.deepEqual(deathSaves, { successes: 0, failures: 0 });
  if (condition === 'dying') assert(deathSaves.failures < 3 && state.makesDeathSaves);
  if (state.concentration !== null) assert.equal(condition, 'up');
  for (const { left, total } of hitDice) assert(left <= total);
  const sides = hitDice.map(({ die }) => die);
  assert.deepEqual(
    sides,
    [...new Set(sides)].sort((one, other) => other - one),
  );
}
