import { describe, expect, test } from '@jest/globals';
import { UnreadableEvent } from '../../src/ledger/index.js';
import { counter, meta } from './counter.js';
import { appended, fixture, itemsOf, overwrite, wholeStream } from './fixture.js';
import { told } from './told.js';

const at = fixture();
/** The counter of people who do not go into debt: there must be as much as is taken. */
class TooLittle extends Error {}
const careful = {
  ...counter,
  decide: (...[state, amount]: Parameters<typeof counter.decide>) => {
    if ((state?.value ?? 0) + amount < 0) throw new TooLittle();
    return counter.decide(state, amount);
  },
};

describe('a refusal', () => {
  test('reaches the caller as it is, and nothing is recorded', async () => {
    const ledger = await at.another();
    const id = await appended(ledger, [5]);
    await expect(ledger.transact(careful, id, -7, meta())).rejects.toBeInstanceOf(TooLittle);
    expect(await wholeStream(ledger, id)).toEqual({ events: 1, value: 5 });
  });

  test('never comes of what another process has changed meanwhile', async () => {
    const [one, other] = [await at.another(), await at.another()];
    const id = await appended(one, [5]);
    await appended(other, [10, 10, 10, 10, 10, 10], id);
    expect(told(await one.transact(careful, id, -50, meta()))).toMatchObject({ version: 8, value: 15 });
  });

  test('never hides that another process has recorded the same interaction', async () => {
    const [one, other] = [await at.another(), await at.another()];
    const id = await appended(one, [5]);
    await appended(other, [10], id);
    const same = meta();
    const answer = told(await other.transact(careful, id, -12, same));
    expect(told(await one.transact(careful, id, -12, same))).toEqual(answer);
    expect(await wholeStream(one, id)).toEqual({ events: 3, value: 3 });
  });

  test('is decided on the newest state after another process was faster', async () => {
    const [one, other] = [await at.another(), await at.another()];
    const id = await appended(one, [5]);
    await appended(other, [-4, 10], id);
    // of these two the first is in the way, and alone it would not do
    expect(told(await one.transact(careful, id, -5, meta()))).toMatchObject({ version: 4, value: 6 });
  });
});

describe('an event that could not be read again', () => {
  test.each([NaN, Infinity, 1e-7, 1e21])('for its number %p is not recorded', async (amount) => {
    const ledger = await at.another();
    const id = await appended(ledger, [5]);
    const careless = {
      ...counter,
      decide: () => ({ type: 'Added' as const, details: { amount }, change: 0 }),
    };
    await expect(ledger.transact(careless, id, 0, meta())).rejects.toThrow();
    expect(await wholeStream(ledger, id)).toEqual({ events: 1, value: 5 });
  });

  test('for its form is not recorded', async () => {
    const ledger = await at.another();
    const id = await appended(ledger, [5]);
    const careless = { ...counter, decide: () => ({ ...counter.decide(undefined, 1), change: 0.5 }) };
    await expect(ledger.transact(careless, id, 0, meta())).rejects.toBeInstanceOf(UnreadableEvent);
    expect(await wholeStream(ledger, id)).toEqual({ events: 1, value: 5 });
  });
});

test('a text with half a character in it is recorded so that it verifies', async () => {
  const ledger = await at.another();
  const id = await appended(ledger, [5]);
  const noting = {
    ...counter,
    decide: () => ({ ...counter.decide(undefined, 1), note: 'a dragon \ud83d, half of it' }),
  };
  const transacted = await ledger.transact(noting, id, 0, meta());
  expect(transacted).toMatchObject({ recorded: { event: { note: 'a dragon \ufffd, half of it' } } });
  expect(await wholeStream(ledger, id)).toEqual({ events: 2, value: 6 });
});

test('an event of a newer form than this program knows is not guessed at', async () => {
  const ledger = await at.another();
  const id = await appended(ledger, [1, 2]);
  const [, second] = await itemsOf(at.store, id);
  await overwrite(at.store, { ...second, Schema: 2 });
  await expect((await at.another()).transact(counter, id, 1, meta())).rejects.toMatchObject({
    code: 'unreadable-event',
    version: 2,
  });
});
