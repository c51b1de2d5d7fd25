import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { counter, meta } from './counter.js';
import type { Added, Count } from './counter.js';
import { appended, fixture, preloaded } from './fixture.js';
import type { Past, StoredBody, StreamType } from '../../src/ledger/index.js';

const at = fixture();
const requestsOf = async (action: () => Promise<unknown>) => {
  const before = at.proxy.requests.length;
  await action();
  return at.proxy.requests.slice(before);
};

/** The counter, with events that take one of those before them back. */
interface Undone {
  type: 'Undone';
  details: { version: number };
}
type Command = number | { undo: number };
const undone = z.strictObject({
  type: z.literal('Undone'),
  details: z.strictObject({ version: z.int() }),
});
const undoing: StreamType<Count, Command, Added | Undone> = {
  ...counter,
  decide: (state, command) =>
    typeof command === 'number'
      ? counter.decide(state, command)
      : { type: 'Undone', details: { version: command.undo } },
  evolve: (state, event, past) =>
    event.type === 'Added'
      ? counter.evolve(state, event)
      : counted(past, [...past.events, { version: Infinity, event }]),
  readEvent: (stored: StoredBody) =>
    stored.type === 'Undone' ? undone.parse(stored) : counter.readEvent(stored),
  reachesBack: {
    command: (command) => (typeof command === 'number' ? undefined : command.undo),
    event: (event) => (event.type === 'Undone' ? event.details.version : undefined),
  },
};

/** The sum of what is not undone. */
function counted({ before }: Past<Count, unknown>, events: Past<Count, Added | Undone>['events']): Count {
  const gone = new Set<number>();
  for (const { version, event } of events.toReversed())
    if (event.type === 'Undone' && !gone.has(version)) gone.add(event.details.version);
  let value = before?.value ?? 0;
  for (const { version, event } of events)
    if (event.type === 'Added' && !gone.has(version)) value += event.details.amount;
  return { value };
}

test.each([20, 10_000])(
  'at version %d a command that reaches back to one of the last few costs what any other does, and further one Query more',
  async (length) => {
    const ledger = await at.another();
    const id = await preloaded(at.store, length);
    const undo = (version: number) =>
      requestsOf(() => ledger.transact(undoing, id, { undo: version }, meta()));
    expect(await undo(length)).toEqual(['Query', 'PutItem']);
    expect(await undo(length - 2)).toEqual(['PutItem']);
    expect(await undo(length - 15)).toEqual(['Query', 'PutItem']);
    expect((await ledger.project(undoing, id)).state.value).toBe(length - 3);
  },
);

test('what is taken back and what takes it back reach as far as they need to', async () => {
  const ledger = await at.another();
  const id = await appended(ledger, [1, 2, 4, 8, 16, 32, 64, 128]);
  const value = async (command: Command) => {
    await ledger.transact(undoing, id, command, meta());
    return (await ledger.project(undoing, id)).state.value;
  };
  expect(await value({ undo: 3 })).toBe(251);
  expect(await value({ undo: 8 })).toBe(123);
  // v9 is about v3: taken back, 4 counts again
  expect(await value({ undo: 9 })).toBe(127);
  expect(await value({ undo: 1 })).toBe(126);
  // far back, in a process that knows nothing of it
  const other = await at.another();
  await other.transact(undoing, id, { undo: 12 }, meta());
  expect((await other.project(undoing, id)).state.value).toBe(127);
  expect(await other.verify(undoing, id)).toMatchObject({ ok: true, versions: 13 });
});

test('a stream with takings back far behind is verified, and a wrong state after one is found', async () => {
  const ledger = await at.another();
  const id = await preloaded(at.store, 450);
  for (const undo of [3, 449, 120]) await ledger.transact(undoing, id, { undo }, meta());
  expect(await ledger.verify(undoing, id)).toMatchObject({ ok: true, versions: 453 });
  const forgetful = { ...undoing, evolve: (state: Count | undefined) => state ?? { value: 0 } };
  await ledger.transact(forgetful, id, { undo: 5 }, meta());
  expect(await ledger.verify(undoing, id)).toMatchObject({
    ok: false,
    fault: { version: 454, wrong: 'state' },
  });
});

test('of an older form, they are folded again', async () => {
  const ledger = await at.another();
  const id = await appended(ledger, [1, 2, 4]);
  await ledger.transact(undoing, id, { undo: 2 }, meta());
  const newer = { ...undoing, schema: 2 };
  const other = await at.another();
  expect((await other.project(newer, id)).state).toEqual({ value: 5 });
  await other.transact(newer, id, { undo: 4 }, meta());
  expect((await other.project(newer, id)).state).toEqual({ value: 7 });
});

test('a command against another process is decided again, with all that came between', async () => {
  const [ledger, other] = [await at.another(), await at.another()];
  const id = await appended(ledger, [1, 2, 4]);
  await other.project(undoing, id);
  await ledger.transact(undoing, id, 8, meta());
  await other.transact(undoing, id, { undo: 2 }, meta());
  expect((await other.project(undoing, id)).state).toEqual({ value: 13 });
});
