import { expect, test } from '@jest/globals';
import { inFlight } from '../../src/discord/index.js';

test('goes on for as long as there is time; shortly before it is up the store is given up, once', async () => {
  let given = 0;
  let end: () => void = () => undefined;
  const serving = inFlight(() => {
    given++;
    end();
  });
  serving.add(new Promise((resolve) => (end = resolve)));
  // a minute, of which ten seconds go by from look to look
  let left = 60_000;
  expect(await serving.settled(() => (left = Math.max(1_000, left - 10_000)))).toBe(true);
  expect([given, left]).toEqual([1, 1_000]);
});

test('what does not end even so is not waited for', async () => {
  const serving = inFlight();
  serving.add(new Promise(() => undefined));
  let left = 3_000;
  expect(await serving.settled(() => (left -= 1_000))).toBe(false);
});

test('where nothing is going on nobody gives up', async () => {
  const serving = inFlight(() => {
    throw new Error('given up');
  });
  expect(await serving.settled(() => 0)).toBe(true);
});
