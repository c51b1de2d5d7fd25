import { afterEach, describe, expect, test } from '@jest/globals';
import { v4 } from 'uuid';
import { NotRecorded } from '../../src/ledger/index.js';
import type { Ledger, Transacted } from '../../src/ledger/index.js';
import { counter, meta } from './counter.js';
import type { Added, Count } from './counter.js';
import { appended, fixture } from './fixture.js';

const at = fixture();
afterEach(() => {
  at.proxy.fate = () => 'pass';
});

/** Lets the next so many writes meet a fate, and all after them pass. */
function nextWrites(count: number, fate: ReturnType<typeof at.proxy.fate>): void {
  let left = count;
  at.proxy.fate = (operation) => (operation === 'PutItem' && left-- > 0 ? fate : 'pass');
}
async function stateOf(ledger: Ledger, id: string) {
  const { events } = await ledger.read(counter, id, { limit: 1_000 });
  expect(events.map((one) => one.version)).toEqual(events.map((_, index) => index + 1));
  expect(await ledger.verify(counter, id)).toMatchObject({ ok: true, versions: events.length });
  return { events: events.length, value: events.at(-1)?.state.value };
}
const told = (transacted: Transacted<Count, Added>) => {
  if (transacted.outcome === 'unknown') return 'unknown';
  const { recorded, recent } = transacted;
  return { version: recorded.version, value: recorded.state.value, recent: recent.map((one) => one.version) };
};

describe('a lost answer', () => {
  test.each([1, 3])(
    'to %d tries of a write that has landed is one event, and a normal answer',
    async (count) => {
      const ledger = await at.another();
      const id = await appended(ledger, [5]);
      nextWrites(count, 'lose-answer');
      const transacted = await ledger.transact(counter, id, 7, meta());
      expect(told(transacted)).toEqual({ version: 2, value: 12, recent: [2, 1] });
      expect(await stateOf(ledger, id)).toEqual({ events: 2, value: 12 });
    },
  );

  test.each([
    'cut',
    { status: 500, type: 'InternalServerError' },
    { status: 400, type: 'ThrottlingException' },
  ] as const)('of a write that was %p is written again', async (fate) => {
    const ledger = await at.another();
    const id = await appended(ledger, [5]);
    nextWrites(2, fate);
    expect(told(await ledger.transact(counter, id, 7, meta()))).toEqual({
      version: 2,
      value: 12,
      recent: [2, 1],
    });
    expect(await stateOf(ledger, id)).toEqual({ events: 2, value: 12 });
  });

  test('while another process writes in between: both changes count once', async () => {
    const [one, other] = [await at.another(), await at.another()];
    const id = await appended(one, [100]);
    nextWrites(1, 'cut');
    await Promise.all([one.transact(counter, id, 10, meta()), other.transact(counter, id, 1, meta())]);
    expect(await stateOf(one, id)).toEqual({ events: 3, value: 111 });
  });

  test('of a write that comes late, after it was given up for lost, never counts twice', async () => {
    const ledger = await at.another();
    const id = await appended(ledger, [5]);
    nextWrites(1, { delay: 2_300 });
    expect(
      told(await ledger.transact(counter, id, 7, meta(), { answerBy: Date.now() + 4_000 })),
    ).toMatchObject({ value: 12 });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await stateOf(ledger, id)).toEqual({ events: 2, value: 12 });
  });
});

describe('the same interaction', () => {
  test('twenty times at once to one process and to two is one event, and the same answer', async () => {
    const [one, other] = [await at.another(), await at.another()];
    const id = await appended(one, [1, 2, 3]);
    const same = meta();
    const all = await Promise.all(
      Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? one : other).transact(counter, id, 7, same)),
    );
    for (const answer of all) expect(told(answer)).toEqual({ version: 4, value: 13, recent: [4, 3, 2, 1] });
    expect(await stateOf(one, id)).toEqual({ events: 4, value: 13 });
  });

  test('again after twelve others, to a process that knows nothing, has its first answer', async () => {
    const first = await at.another();
    const id = await appended(first, [1, 2, 3]);
    const same = meta();
    const answer = told(await first.transact(counter, id, 7, same));
    await appended(
      first,
      Array.from({ length: 12 }, () => 1),
      id,
    );
    expect(told(await (await at.another()).transact(counter, id, 7, same))).toEqual(answer);
    expect(told(await first.transact(counter, id, 7, same))).toEqual(answer);
    expect(await stateOf(first, id)).toEqual({ events: 16, value: 25 });
  });

  test('again after its change has made it impossible is answered as before', async () => {
    const ledger = await at.another();
    const id = v4();
    const same = meta();
    await ledger.transact(counter, id, 7, same);
    const refusing = {
      ...counter,
      decide: () => {
        throw new Error('not any more');
      },
    };
    expect(told(await ledger.transact(refusing, id, 7, same))).toEqual({ version: 1, value: 7, recent: [1] });
  });
});

describe('fifty changes at once to one stream', () => {
  test.each([1, 3])('from %d processes are fifty events without a gap', async (processes) => {
    const reader = await at.another();
    const ledgers = await Promise.all(Array.from({ length: processes }, () => at.another()));
    const id = v4();
    const changes = ledgers.flatMap((ledger, process) =>
      Array.from({ length: 50 }, (_, index) => index)
        .filter((index) => index % processes === process)
        .map((index) => ledger.transact(counter, id, index, meta(), { answerBy: Date.now() + 20_000 })),
    );
    await Promise.all(changes);
    expect(await stateOf(reader, id)).toEqual({ events: 50, value: (49 * 50) / 2 });
  });
});

describe('a store that does not answer', () => {
  test('leaves a write that was sent unknown, in time; once it answers, it is known that it landed', async () => {
    const ledger = await at.another();
    const id = await appended(ledger, [5]);
    at.proxy.fate = (operation) => (operation === 'PutItem' ? 'lose-answer' : 'hang');
    const begun = Date.now();
    const transacted = await ledger.transact(counter, id, 7, meta(), { answerBy: begun + 1_800 });
    expect(Date.now() - begun).toBeLessThan(2_900);
    if (transacted.outcome !== 'unknown') throw new Error('it can not be known');
    at.proxy.fate = () => 'pass';
    expect(told(await transacted.settled)).toEqual({ version: 2, value: 12, recent: [2, 1] });
    expect(await stateOf(ledger, id)).toEqual({ events: 2, value: 12 });
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
    expect(await stateOf(ledger, id)).toEqual({ events: 2, value: 12 });
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
    expect(await stateOf(ledger, id)).toEqual({ events: 1, value: 5 });
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
