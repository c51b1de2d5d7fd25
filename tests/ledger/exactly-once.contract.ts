import { afterEach, describe, expect, test } from '@jest/globals';
import { v4 } from 'uuid';
import { counter, meta } from './counter.js';
import { appended, fixture, wholeStream } from './fixture.js';
import { told } from './told.js';

const at = fixture();
afterEach(() => {
  at.proxy.fate = () => 'pass';
});

/** What holds a request on its way to the store, until it is to arrive. */
function held(): { until: Promise<void>; arrive: () => void } {
  let arrive: () => void = () => undefined;
  const until = new Promise<void>((resolve) => (arrive = resolve));
  return { until, arrive: () => arrive() };
}

describe('a lost answer', () => {
  test.each([1, 3])(
    'to %d tries of a write that has landed is one event, and a normal answer',
    async (count) => {
      const ledger = await at.another();
      const id = await appended(ledger, [5]);
      at.proxy.nextWrites(count, 'lose-answer');
      const transacted = await ledger.transact(counter, id, 7, meta());
      expect(told(transacted)).toEqual({ version: 2, value: 12, recent: [2, 1] });
      expect(await wholeStream(ledger, id)).toEqual({ events: 2, value: 12 });
    },
  );

  test.each([
    'cut',
    { status: 500, type: 'InternalServerError' },
    { status: 503, type: 'ServiceUnavailableException' },
    { status: 400, type: 'ThrottlingException' },
  ] as const)('of a write that was %p is written again', async (fate) => {
    const ledger = await at.another();
    const id = await appended(ledger, [5]);
    at.proxy.nextWrites(2, fate);
    expect(told(await ledger.transact(counter, id, 7, meta()))).toEqual({
      version: 2,
      value: 12,
      recent: [2, 1],
    });
    expect(await wholeStream(ledger, id)).toEqual({ events: 2, value: 12 });
  });

  test('while another process writes in between: both changes count once', async () => {
    const [one, other] = [await at.another(), await at.another()];
    const id = await appended(one, [100]);
    at.proxy.nextWrites(1, 'cut');
    await Promise.all([one.transact(counter, id, 10, meta()), other.transact(counter, id, 1, meta())]);
    expect(await wholeStream(one, id)).toEqual({ events: 3, value: 111 });
  });

  test('of a write that comes late, after another process has written in its place: both count once', async () => {
    const [one, other] = [await at.another(), await at.another()];
    const id = await appended(one, [100]);
    const { until, arrive } = held();
    at.proxy.nextWrites(1, { until });
    const late = one.transact(counter, id, 10, meta(), { answerBy: Date.now() + 20_000 });
    await other.transact(counter, id, 1, meta());
    expect(told(await late)).toEqual({ version: 3, value: 111, recent: [3, 2, 1] });
    arrive();
    await at.proxy.settled();
    expect(await wholeStream(one, id)).toEqual({ events: 3, value: 111 });
  });

  test('of a write that comes late, after it was given up for lost, never counts twice', async () => {
    const ledger = await at.another();
    const id = await appended(ledger, [5]);
    const { until, arrive } = held();
    at.proxy.nextWrites(1, { until });
    expect(
      told(await ledger.transact(counter, id, 7, meta(), { answerBy: Date.now() + 20_000 })),
    ).toMatchObject({ value: 12 });
    arrive();
    await at.proxy.settled();
    expect(await wholeStream(ledger, id)).toEqual({ events: 2, value: 12 });
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
    expect(await wholeStream(one, id)).toEqual({ events: 4, value: 13 });
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
    expect(await wholeStream(first, id)).toEqual({ events: 16, value: 25 });
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
    expect(await wholeStream(reader, id)).toEqual({ events: 50, value: (49 * 50) / 2 });
  });
});
