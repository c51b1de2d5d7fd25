import { expect, test } from '@jest/globals';
import { ProvisionedThroughputExceededException } from '@aws-sdk/client-dynamodb';
import { StoreUnavailable } from '../../src/ledger/index.js';
import { patiently, retried } from '../../src/ledger/retry.js';

const turnedAway = new ProvisionedThroughputExceededException({
  message: 'too much',
  $metadata: { httpStatusCode: 400 },
});
const timedOut = new Error('timed out');

/** Fails as is said, each try after so many milliseconds, and then succeeds. @returns how many tries were made. */
async function tries(...fates: { after: number; failure: Error }[]): Promise<number> {
  let [time, made] = [0, 0];
  const clock = {
    now: () => time,
    sleep: (milliseconds: number) => Promise.resolve((time += milliseconds)),
  };
  const send = () => {
    const fate = fates[made++];
    if (fate === undefined) return Promise.resolve();
    time += fate.after;
    return Promise.reject(fate.failure);
  };
  await retried(send, patiently, clock);
  return made;
}

test('a store that turns a try away is tried again for a while from then on, however long it was silent before', async () => {
  const silent = { after: 2_000, failure: timedOut };
  const away = { after: 10, failure: turnedAway };
  expect(await tries(silent, away)).toBe(3);
  expect(await tries(silent, silent, away, away)).toBe(5);
  // an answer of another kind between them begins anew
  expect(await tries(away, silent, away)).toBe(4);
});

test('one that turns everything away is given up before one that says nothing', async () => {
  const away = Array.from({ length: 10 }, () => ({ after: 400, failure: turnedAway }));
  await expect(tries(...away)).rejects.toBeInstanceOf(StoreUnavailable);
  const silent = Array.from({ length: 3 }, () => ({ after: 400, failure: timedOut }));
  expect(await tries(...silent, ...silent)).toBe(7);
  await expect(tries({ after: 8_001, failure: timedOut })).rejects.toBeInstanceOf(StoreUnavailable);
});
