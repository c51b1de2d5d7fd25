import { describe, expect, test } from '@jest/globals';
import { v4 } from 'uuid';
import { counter, meta } from './counter.js';
import { appended, fixture, preloaded } from './fixture.js';

const at = fixture();
const requestsOf = async (action: () => Promise<unknown>) => {
  const before = at.proxy.requests.length;
  await action();
  return at.proxy.requests.slice(before);
};

describe.each([10, 10_000])(
  'at version %d',
  (length) => {
    test('a cold command is one Query and one PutItem, a warm one is one PutItem', async () => {
      const ledger = await at.another();
      const id = await preloaded(at.store, length);
      expect(await requestsOf(() => ledger.transact(counter, id, 1, meta()))).toEqual(['Query', 'PutItem']);
      expect(await requestsOf(() => ledger.transact(counter, id, 1, meta()))).toEqual(['PutItem']);
      expect((await ledger.project(counter, id)).version).toBe(length + 2);
    });

    test('a page is one Query, at either end', async () => {
      const ledger = await at.another();
      const id = await preloaded(at.store, length);
      const newest = { limit: 10, newestFirst: true };
      expect(await requestsOf(() => ledger.read(counter, id, newest))).toEqual(['Query']);
      expect(await requestsOf(() => ledger.read(counter, id, { limit: 10 }))).toEqual(['Query']);
      expect(await requestsOf(() => ledger.latestVersion(id))).toEqual(['Query']);
    });
  },
  60_000,
);

test('a new stream is one Query and one PutItem', async () => {
  const ledger = await at.another();
  expect(await requestsOf(() => ledger.transact(counter, v4(), 1, meta()))).toEqual(['Query', 'PutItem']);
});

test('a hundred commands at once to one stream are one Query and a hundred PutItems', async () => {
  const ledger = await at.another();
  const id = v4();
  const all = () => Promise.all(Array.from({ length: 100 }, () => ledger.transact(counter, id, 1, meta())));
  const requests = await requestsOf(all);
  expect(requests.filter((one) => one === 'PutItem')).toHaveLength(100);
  expect(requests).toHaveLength(101);
});

test('a look in between leaves a command warm', async () => {
  const ledger = await at.another();
  const id = await appended(ledger, [1, 1, 1, 1, 1, 1, 1, 1]);
  await ledger.project(counter, id, { maxAge: -1 });
  expect(await requestsOf(() => ledger.transact(counter, id, 1, meta()))).toEqual(['PutItem']);
});

test('that a stream is not there is remembered for as long as whoever asks lets it, and not at all where nobody does', async () => {
  const ledger = await at.another();
  const id = v4();
  const look = (options: { maxAge?: number }) => requestsOf(() => ledger.recent(counter, id, options));
  expect(await look({ maxAge: 60_000 })).toEqual(['Query']);
  expect(await look({ maxAge: 60_000 })).toEqual([]);
  expect(await look({})).toEqual(['Query']);
  expect(await look({ maxAge: -1 })).toEqual(['Query']);
  await ledger.transact(counter, id, 1, meta());
  expect(await ledger.recent(counter, id, { maxAge: 60_000 })).toHaveLength(1);
});

test('a command that the decider refuses is one Query, as it has to be refused on the newest state', async () => {
  const ledger = await at.another();
  const id = await appended(ledger, [1]);
  const tooMuch = () => expect(ledger.transact(counter, id, 2_000_000, meta())).rejects.toThrow();
  expect(await requestsOf(tooMuch)).toEqual(['Query']);
});

test('a cold command reads on when the last five do not reach back to when it was made', async () => {
  const first = await at.another();
  const id = await appended(first, [1, 1, 1, 1, 1, 1, 1]);
  const second = await at.another();
  expect(await requestsOf(() => second.transact(counter, id, 1, meta()))).toEqual([
    'Query',
    'Query',
    'PutItem',
  ]);
});

test('losing to another process costs one more PutItem, where the store tells what won', async () => {
  const [one, other] = [await at.another(), await at.another()];
  const id = await appended(one, [1]);
  await appended(other, [1], id);
  const requests = await requestsOf(() => one.transact(counter, id, 1, meta()));
  // dynalite does not tell
  const asked = process.env.DYNAMODB_ENDPOINT ? [] : ['GetItem'];
  expect(requests).toEqual(['PutItem', ...asked, 'PutItem']);
});
