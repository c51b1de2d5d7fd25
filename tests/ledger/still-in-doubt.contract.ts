import { afterEach, describe, expect, test } from '@jest/globals';
import type { Fate } from '../support/store-proxy.js';
import { counter, meta } from './counter.js';
import { appended, fixture, wholeStream } from './fixture.js';
import { told } from './told.js';

const at = fixture();
afterEach(() => {
  at.proxy.fate = () => 'pass';
});

const refused: Fate = { status: 400, type: 'AccessDeniedException' };
const throttled: Fate = { status: 400, type: 'ProvisionedThroughputExceededException' };

/** The first write lands and its answer is lost; the next ones meet these, the last of them for good. */
function lostAndThen(...fates: Fate[]): void {
  const left: Fate[] = ['lose-answer', ...fates];
  at.proxy.fate = (operation) => {
    if (operation !== 'PutItem') return 'pass';
    return (left.length > 1 ? left.shift() : left[0]) ?? 'pass';
  };
}

describe('once an earlier try of the same write is in doubt', () => {
  test('a store that refuses the next is asked on, until it is known that the first had landed', async () => {
    const ledger = await at.another();
    const id = await appended(ledger, [5]);
    lostAndThen(refused, refused, 'pass');
    expect(told(await ledger.transact(counter, id, 7, meta()))).toEqual({
      version: 2,
      value: 12,
      recent: [2, 1],
    });
    expect(await wholeStream(ledger, id)).toEqual({ events: 2, value: 12 });
  });

  test.each<[string, Fate]>([
    ['refuses', refused],
    ['throttles', throttled],
  ])('a store that %s all others for good makes nothing certain: it is not known', async (_, fate) => {
    const ledger = await at.another();
    const id = await appended(ledger, [5]);
    lostAndThen(fate);
    const transacted = await ledger.transact(counter, id, 7, meta(), { answerBy: Date.now() });
    if (transacted.outcome !== 'unknown') throw new Error('it can not be known');
    at.proxy.fate = () => 'pass';
    expect(told(await transacted.settled)).toEqual({ version: 2, value: 12, recent: [2, 1] });
    expect(await wholeStream(ledger, id)).toEqual({ events: 2, value: 12 });
  });
});
