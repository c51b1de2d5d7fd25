import assert from 'node:assert/strict';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pastOf } from '../../src/ledger/past.js';
import type { Passed } from '../../src/ledger/past.js';
import { damageTypes, decide, eventSchema, evolve, reachesBackTo, Refusal } from '../../src/rules/index.js';
import type { Amendment, Command, Edition, Event, Past, State } from '../../src/rules/index.js';
import { adjust, amount, begun, checkBounds, command, damage, edition, part } from './arbitrary.js';
import { amended, begin, History, onlyType } from './model.js';
import type { Deed, Steps } from './model.js';

/** A character's stream, as the ledger keeps it. */
type Stream = Passed<State, Event>[];

const types = fc.constantFrom(...damageTypes.slice(0, 4));
const number = amount.map((amount): Amendment => ({ parts: [{ amount }] }));
const adjustment = adjust.map((adjust): Amendment => ({ adjust }));
const ofDamage: fc.Arbitrary<Amendment> = fc.oneof(
  number,
  fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => ({ parts })),
  types.map((damageType) => ({ damageType })),
  adjustment,
  fc
    .tuple(fc.constantFrom('halved', 'resisted', 'critical', 'knockOut'), fc.boolean())
    .map(([flag, value]): Amendment => ({ [flag]: value })),
  fc.record(
    {
      parts: fc.array(part, { minLength: 1, maxLength: 2 }),
      damageType: types,
      adjust,
      halved: fc.boolean(),
      resisted: fc.boolean(),
      knockOut: fc.boolean(),
    },
    { requiredKeys: [], noNullPrototype: true },
  ),
);
/** An amendment for any event: mostly one that names what the event has. */
const amendment = fc
  .record({ ofDamage, adjustment, number, any: fc.nat(9) })
  .map(({ any, ...fitting }) => (event: Event | undefined): Amendment => {
    if (any === 0 || event === undefined || event.type === 'Damaged') return fitting.ofDamage;
    return event.type === 'MaximumAdjusted' ? fitting.adjustment : fitting.number;
  });

const back = fc.nat(12);
type Correction = Extract<Event, { type: 'Reverted' | 'Amended' }>;
const isCorrection = (event: Event): event is Correction =>
  event.type === 'Reverted' || event.type === 'Amended';
const isAmended = ({ type }: Event) => type === 'Amended';
const anything = () => true;
/** The version of an event of a kind, counted back from the newest; of any where there is none. */
function versionAt(stream: Stream, back: number, wanted: (event: Event) => boolean): number {
  const versions = stream.flatMap(({ version, event }) => (wanted(event) ? [version] : []));
  return versions.at(-1 - (back % Math.max(1, versions.length))) ?? 1 + (back % stream.length);
}
const undoing = (wanted: (event: Event) => boolean) =>
  back.map((back) => (stream: Stream): Command => ({
    type: 'undo',
    version: versionAt(stream, back, wanted),
  }));
const amending = (wanted: (event: Event) => boolean) =>
  fc.tuple(back, amendment).map(([back, amendment]) => (stream: Stream): Command => {
    const version = versionAt(stream, back, wanted);
    const event = stream[version - 1]?.event;
    const of = event?.type === 'Amended' ? stream[event.details.version - 1]?.event : event;
    return { type: 'amend', version, amendment: amendment(of), note: 'put right' };
  });
/** Something new, or something about an event; often about one that was corrected already. */
const step = fc.oneof(
  { weight: 4, arbitrary: command.map((command) => () => command) },
  { weight: 2, arbitrary: damage.map((command) => () => command) },
  { weight: 2, arbitrary: undoing(anything) },
  { weight: 3, arbitrary: undoing(isCorrection) },
  { weight: 3, arbitrary: amending(anything) },
  { weight: 4, arbitrary: amending(isAmended) },
);
const evening = fc.array(fc.tuple(step, edition), { minLength: 8, maxLength: 24 });

/** As the ledger does it: with the past from the event that a command is about on. */
function appended(stream: Stream, command: Command, edition: Edition): Stream {
  const from = command.type === 'undo' || command.type === 'amend' ? command.version : undefined;
  const past = pastOf({ reachesBack: { command: () => undefined, event: reachesBackTo } }, stream, from);
  const before = stream.at(-1)?.state;
  const event = decide(before, command, edition, past);
  const state = evolve(before, event, past);
  return [...stream, { version: stream.length + 1, event, state }];
}

/** The same, or why the rules refuse. */
function attempted(stream: Stream, command: Command, edition: Edition): Stream | Refusal {
  try {
    return appended(stream, command, edition);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** What is left of a state without what only the code remembers in it. */
function hitPoints(state: State | undefined): unknown {
  return state && { ...state, corrections: undefined };
}

const whole = (stream: Stream): Past => ({ before: undefined, events: stream });

/** What an entry was about in the end: that itself, or the event that an amendment is of. */
function eventOf(history: History, version: number): number {
  const told = history.at(version);
  return told !== undefined && 'amends' in told ? told.amends : version;
}

/** Tells the model what was done. */
function tell(history: History, command: Command, edition: Edition): void {
  if (command.type === 'undo') {
    history.add({ undoes: command.version });
  } else if (command.type === 'amend') {
    const amends = eventOf(history, command.version);
    const deed = history.deed(amends);
    assert(deed !== undefined);
    const [meant] = onlyType(deed);
    history.add({ amends, amendment: command.amendment, meant });
  } else if (command.type !== 'enroll') {
    history.add({ deed: command, edition });
  }
}

/** What the rules make of a deed as a command: why it is refused, or `undefined`. */
function refusalOf(state: State, deed: Deed, edition: Edition): unknown {
  try {
    decide(state, deed, edition);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.refused;
    throw error;
  }
}

/** Refusals that are about an amendment as such. */
const ofAmendments = [
  'version-unknown',
  'already-undone',
  'not-amendable',
  'amendment-misfit',
  'amendment-same',
];

/** An amendment is refused where the event, as it would be, is refused as a command, and in the same words; else it is not. */
function checkAmendment(
  history: History,
  { version, amendment }: Extract<Command, { type: 'amend' }>,
  refused: unknown,
): void {
  const of = eventOf(history, version);
  const deed = history.deed(of);
  const told = history.at(of);
  const before = history.steps.get(of)?.before;
  if (deed === undefined || told === undefined || !('deed' in told) || before === undefined) return;
  const { parts, damageType } = amendment;
  const bare = parts?.every(({ type }) => type === undefined) === true && damageType === undefined;
  if (deed.type === 'damage' && bare && onlyType(deed).length === 0) {
    assert.equal((refused as { code?: string } | undefined)?.code, 'amendment-types');
    return;
  }
  const [meant] = onlyType(deed);
  const right = amended(deed, amendment, told.deed, meant);
  assert.deepEqual(refused, refusalOf(before, right, told.edition));
}

/** Each line says how an event came out and how it comes out, and differs in something; and none is missing. */
function checkDifferences({ details }: Correction, was: Steps, now: Steps): void {
  const { differences = [], moreDifferences = 0 } = details;
  for (const line of differences) {
    assert.notDeepEqual(line.was, line.now);
    for (const [told, steps] of [
      [line.was, was],
      [line.now, now],
    ] as const) {
      const step = steps.get(line.version);
      assert(step !== undefined);
      const { current, temporary, condition, deathSaves } = step.after;
      const { change, deathSaves: [successes, failures] = [0, 0] } = told;
      assert.deepEqual(
        { change, current: told.current, temporary: told.temporary, condition: told.condition },
        { change: current - step.before.current, current, temporary, condition },
      );
      assert.deepEqual({ successes, failures }, deathSaves);
    }
  }
  const changeIn = (steps: Steps, version: number) => {
    const step = steps.get(version);
    return step && step.after.current - step.before.current;
  };
  const wanted = [...now.keys()].filter(
    (version) => was.has(version) && changeIn(was, version) !== changeIn(now, version),
  );
  const listed = differences.map(({ version }) => version);
  const last = moreDifferences > 0 ? (listed.at(-1) ?? 0) : Infinity;
  for (const version of wanted) assert(version > last || listed.includes(version));
}

/** HP_LEDGER_HISTORIES=10000 makes as many. */
const histories = Number(process.env.HP_LEDGER_HISTORIES ?? 1_500);

test('random histories with reverts, amendments and reverts of reverts: as if it had been told right at once', () => {
  const seen = { corrections: 0, amendmentsLeft: 0, refused: 0, lines: 0 };
  fc.assert(
    fc.property(begun, evening, ({ enrolling, first }, evening) => {
      let stream: Stream = [{ version: 1, event: enrolling, state: first }];
      assert(enrolling.type === 'Enrolled');
      const history = new History(begin({ type: 'enroll', ...enrolling.details }));
      for (const [step, edition] of evening) {
        const command = step(stream);
        const result = attempted(stream, command, edition);
        if (result instanceof Refusal) {
          const { refused } = result;
          if (command.type !== 'amend' || ofAmendments.includes(refused.code)) continue;
          seen.refused++;
          checkAmendment(history, command, refused);
          continue;
        }
        if (command.type === 'amend') checkAmendment(history, command, undefined);
        const was = history.steps;
        tell(history, command, edition);
        stream = result;
        const now = stream.at(-1);
        assert(now !== undefined);
        const { event } = now;
        assert.deepEqual(hitPoints(now.state), hitPoints(history.state));
        if (!isCorrection(event)) continue;
        seen.corrections++;
        if (command.type === 'undo' && history.amendmentsOf(eventOf(history, command.version)).length > 0)
          seen.amendmentsLeft++;
        checkBounds(now.state);
        assert.deepEqual(eventSchema.parse(JSON.parse(JSON.stringify(event))), event);
        const before = stream.at(-2)?.state;
        assert.equal(event.change, now.state.current - (before?.current ?? 0));
        checkDifferences(event, was, history.steps);
        seen.lines += event.details.differences?.length ?? 0;
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
  expect(seen.corrections).toBeGreaterThan(5_000);
  // amendments that stay where another one is undone, those that are refused like a command, lines of differences
  expect(seen.amendmentsLeft).toBeGreaterThan(200);
  expect(seen.refused).toBeGreaterThan(100);
  expect(seen.lines).toBeGreaterThan(1_500);
});

test('what is undone and redone is as it was before', () => {
  let redone = 0;
  fc.assert(
    fc.property(begun, evening, back, ({ enrolling, first }, evening, back) => {
      let stream: Stream = [{ version: 1, event: enrolling, state: first }];
      for (const [step, edition] of evening) {
        const next = attempted(stream, step(stream), edition);
        if (!(next instanceof Refusal)) stream = next;
      }
      const undone = attempted(stream, { type: 'undo', version: stream.length - back }, '5.2');
      if (undone instanceof Refusal) return;
      const again = appended(undone, { type: 'undo', version: undone.length }, '5.2');
      assert.deepEqual(hitPoints(again.at(-1)?.state), hitPoints(stream.at(-1)?.state));
      redone++;
    }),
    { numRuns: histories / 5 },
  );
  expect(redone).toBeGreaterThan(100);
});
