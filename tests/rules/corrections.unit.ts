import assert from 'node:assert/strict';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pastOf } from '../../src/ledger/past.js';
import type { Passed } from '../../src/ledger/past.js';
import {
  asAmended,
  damageTypes,
  decide,
  eventSchema,
  evolve,
  reachesBackTo,
  Refusal,
} from '../../src/rules/index.js';
import type { Amendment, Command, Edition, Event, Past, State } from '../../src/rules/index.js';
import { amount, begun, checkBounds, command, edition, part } from './arbitrary.js';

/** A character's stream, as the ledger keeps it. */
type Stream = Passed<State, Event>[];

const flag = fc.option(fc.boolean(), { nil: undefined });
const amendment: fc.Arbitrary<Amendment> = fc.oneof(
  amount.map((amount) => ({ parts: [{ amount }] })),
  fc.array(part, { minLength: 1, maxLength: 2 }).map((parts) => ({ parts })),
  fc.constantFrom(...damageTypes.slice(0, 4)).map((damageType) => ({ damageType })),
  fc.tuple(flag, flag, flag).map(([halved, resisted, critical]) => ({
    ...(halved !== undefined && { halved }),
    ...(resisted !== undefined && { resisted }),
    ...(critical !== undefined && { critical }),
  })),
);
/** Something new, or something about an event: how far back it lies. */
const step = fc.oneof(
  { weight: 3, arbitrary: command.map((command) => () => command) },
  {
    weight: 2,
    arbitrary: fc
      .nat(12)
      .map((back) => (newest: number): Command => ({ type: 'undo', version: newest - (back % newest) })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat(12), amendment).map(([back, amendment]) => (newest: number): Command => ({
      type: 'amend',
      version: newest - (back % newest),
      amendment,
      note: 'put right',
    })),
  },
);
const evening = fc.array(fc.tuple(step, edition), { minLength: 5, maxLength: 18 });

/** As the ledger does it: with the past from the event that a command is about on. */
function appended(stream: Stream, command: Command, edition: Edition): Stream {
  const from = command.type === 'undo' || command.type === 'amend' ? command.version : undefined;
  const past = pastOf({ reachesBack: { command: () => undefined, event: reachesBackTo } }, stream, from);
  const before = stream.at(-1)?.state;
  const event = decide(before, command, edition, past);
  const state = evolve(before, event, past);
  return [...stream, { version: stream.length + 1, event, state }];
}

/** The same, or as it was where the rules refuse. */
function attempted(stream: Stream, command: Command, edition: Edition): Stream {
  try {
    return appended(stream, command, edition);
  } catch (error) {
    if (error instanceof Refusal) return stream;
    throw error;
  }
}

/** Whether an event stands: nothing that stands takes it back. */
function stands(stream: Stream, version: number): boolean {
  return !stream.some(
    ({ event, version: later }) =>
      event.type === 'Reverted' && event.details.version === version && stands(stream, later),
  );
}

/** The state of the history with the events left out that were taken back, and those changed that were put right. */
function told(stream: Stream): State | undefined {
  let state: State | undefined;
  for (const { version, event } of stream) {
    if (event.type === 'Reverted' || event.type === 'Amended' || !stands(stream, version)) continue;
    const amendments = stream.flatMap((one) =>
      one.event.type === 'Amended' && one.event.details.version === version && stands(stream, one.version)
        ? [one.event.details.as]
        : [],
    );
    const content = amendments.at(-1);
    state = evolve(state, content === undefined ? event : asAmended(event, content));
  }
  return state;
}

function hitPoints(state: State | undefined): unknown {
  return state && { ...state, corrections: undefined };
}

const whole = (stream: Stream): Past => ({ before: undefined, events: stream });

/** HP_LEDGER_HISTORIES=10000 makes as many. */
const histories = Number(process.env.HP_LEDGER_HISTORIES ?? 2_500);

test('random histories with reverts, amendments and reverts of reverts: as if it had been told right at once', () => {
  let corrections = 0;
  fc.assert(
    fc.property(begun, evening, ({ enrolling, first }, evening) => {
      let stream: Stream = [{ version: 1, event: enrolling, state: first }];
      for (const [step, edition] of evening) {
        stream = attempted(stream, step(stream.length), edition);
        const now = stream.at(-1);
        assert(now !== undefined);
        const { event } = now;
        if (event.type !== 'Reverted' && event.type !== 'Amended') continue;
        corrections++;
        checkBounds(now.state);
        assert.deepEqual(eventSchema.parse(JSON.parse(JSON.stringify(event))), event);
        assert.deepEqual(hitPoints(now.state), hitPoints(told(stream)));
        const before = stream.at(-2)?.state;
        assert.equal(event.change, now.state.current - (before?.current ?? 0));
        // however much of the past is known
        assert.deepEqual(evolve(before, event, whole(stream.slice(0, -1))), now.state);
      }
      // each state is what the replay gives at that version
      let state: State | undefined;
      for (const [index, { event, state: stored }] of stream.entries()) {
        state = evolve(state, event, whole(stream.slice(0, index)));
        assert.deepEqual(state, stored);
      }
    }),
    { numRuns: histories },
  );
  expect(corrections).toBeGreaterThan(5_000);
});

test('what is undone and redone is as it was before', () => {
  let redone = 0;
  fc.assert(
    fc.property(begun, evening, fc.nat(12), ({ enrolling, first }, evening, back) => {
      let stream: Stream = [{ version: 1, event: enrolling, state: first }];
      for (const [step, edition] of evening) stream = attempted(stream, step(stream.length), edition);
      const undone = attempted(stream, { type: 'undo', version: stream.length - back }, '5.2');
      if (undone === stream) return;
      const again = appended(undone, { type: 'undo', version: undone.length }, '5.2');
      assert.deepEqual(hitPoints(again.at(-1)?.state), hitPoints(stream.at(-1)?.state));
      redone++;
    }),
    { numRuns: histories / 5 },
  );
  expect(redone).toBeGreaterThan(100);
});
