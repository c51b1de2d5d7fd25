import { afterEach, describe, expect, test } from '@jest/globals';
import { v4 } from 'uuid';
import { NotRecorded } from '../../src/ledger/index.js';
import { counter, meta } from './counter.js';
import { appended, fixture, wholeStream } from './fixture.js';
import { told } from './told.js';

const at = fixture();
afterEach(() => {
  at.proxy.fate = () => 'pass';
});

describe('a store that does not answer', () => {
  test('leaves a write that was sent unknown, in time; once it answers, it is known that it landed', async () => {
    const ledger = await at.another();
    const id = await appended(ledger, [5]);
    at.proxy.fate = (operation) => (operation === 'PutItem' ? 'lose-answer' : 'hang');
    const transacted = await ledger.transact(counter, id, 7, meta(), { answerBy: Date.now() + 1_800 });
    if (transacted.outcome !== 'unknown') throw new Error('it can not be known');
    at.proxy.fate = () => 'pass';
    expect(told(await transacted.settled)).toEqual({ version: 2, value: 12, recent: [2, 1] });
    expect(await wholeStream(ledger, id)).toEqual({ events: 2, value: 12 });
  });

  test('to the end is as one that does not answer at all: it becomes known', async () => {
    const ledger = await at.another();
    const id = await appended(ledger, [5]);
    at.proxy.nextWrites(1, 'stall');
    const transacted = await ledger.transact(counter, id, 7, meta(), { answerBy: Date.now() + 500 });
    if (transacted.outcome !== 'unknown') throw new Error('it can not be known');
    expect(told(await transacted.settled)).toEqual({ version: 2, value: 12, recent: [2, 1] });
  });

  test('and had not written: it is written once the store is back', async () => {
    const ledger = await at.another();
    const id = await appended(ledger, [5]);
    at.proxy.fate = () => 'hang';
    const transacted = await ledger.transact(counter, id, 7, meta(), { answerBy: Date.now() + 500 });
    if (transacted.outcome !== 'unknown') throw new Error('it can not be known');
    at.proxy.fate = () => 'pass';
    expect(told(await transacted.settled)).toEqual({ version: 2, value: 12, recent: [2, 1] });
  });

  test('leaves the same interaction unknown however often it is delivered, and all of them come to the same', async () => {
    const ledger = await at.another();
    const id = await appended(ledger, [5]);
    at.proxy.fate = () => 'hang';
    const same = meta();
    const options = { answerBy: Date.now() - 7_000 };
    const first = ledger.transact(counter, id, 7, same, options);
    const again = ledger.transact(counter, id, 7, same, { ...options, signal: AbortSignal.abort() });
    const [one, other] = await Promise.all([first, again]);
    if (one.outcome !== 'unknown' || other.outcome !== 'unknown') throw new Error('it can not be known');
    at.proxy.fate = () => 'pass';
    const settled = await Promise.all([one.settled, other.settled]);
    expect(settled.map(told)).toEqual([0, 1].map(() => ({ version: 2, value: 12, recent: [2, 1] })));
    expect(settled.map((each) => each.duplicate)).toEqual([false, true]);
    expect(await wholeStream(ledger, id)).toEqual({ events: 2, value: 12 });
  });

  test('is not waited for for ever when the ledger is closed: it stays unknown', async () => {
    const ledger = await at.another();
    const id = await appended(ledger, [5]);
    at.proxy.fate = () => 'hang';
    const transacted = await ledger.transact(counter, id, 7, meta(), { answerBy: Date.now() });
    if (transacted.outcome !== 'unknown') throw new Error('it can not be known');
    const settled = expect(transacted.settled).rejects.toMatchObject({ code: 'not-known' });
    await ledger.close();
    await settled;
  });

  test('holds up what comes behind it, of which it is certain that nothing was recorded', async () => {
    const ledger = await at.another();
    const id = await appended(ledger, [5]);
    at.proxy.fate = () => 'hang';
    const answerBy = Date.now() - 7_000;
    const first = await ledger.transact(counter, id, 7, meta(), { answerBy });
    const second = ledger.transact(counter, id, 1_000, meta(), { answerBy });
    await expect(second).rejects.toBeInstanceOf(NotRecorded);
    at.proxy.fate = () => 'pass';
    if (first.outcome === 'unknown') await first.settled;
    expect(await wholeStream(ledger, id)).toEqual({ events: 2, value: 12 });
  });

  test('to a cold reader means for certain that nothing was recorded', async () => {
    const ledger = await at.another();
    at.proxy.fate = () => 'cut';
    const cold = ledger.transact(counter, v4(), 7, meta(), { answerBy: Date.now() - 7_500 });
    await expect(cold).rejects.toMatchObject({ code: 'not-recorded', reason: 'store-unavailable' });
  });

  test('that is throttled for good means the same', async () => {
    const ledger = await at.another();
    const id = await appended(ledger, [5]);
    at.proxy.fate = () => ({ status: 400, type: 'ProvisionedThroughputExceededException' });
    const throttled = ledger.transact(counter, id, 7, meta(), { answerBy: Date.now() - 7_500 });
    await expect(throttled).rejects.toMatchObject({ reason: 'store-unavailable' });
    at.proxy.fate = () => 'pass';
    expect(await wholeStream(ledger, id)).toEqual({ events: 1, value: 5 });
  });

  test('and refuses: that is not tried again', async () => {
    const ledger = await at.another();
    const id = await appended(ledger, [5]);
    at.proxy.fate = () => ({ status: 400, type: 'AccessDeniedException' });
    await expect(ledger.transact(counter, id, 7, meta())).rejects.toMatchObject({
      reason: 'refused-by-store',
    });
  });
});

test('what is called off before it is sent is never sent', async () => {
  const ledger = await at.another();
  const id = await appended(ledger, [5]);
  const before = at.proxy.requests.length;
  const off = ledger.transact(counter, id, 7, meta(), { signal: AbortSignal.abort() });
  await expect(off).rejects.toMatchObject({ reason: 'cancelled' });
  expect(at.proxy.requests).toHaveLength(before);
});
