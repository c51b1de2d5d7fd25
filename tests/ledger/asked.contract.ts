import { describe, expect, test } from '@jest/globals';
import { v4 } from 'uuid';
import { openLedger } from '../../src/ledger/index.js';
import type { Ledger } from '../../src/ledger/index.js';
import { counter, meta } from './counter.js';
import { appended, fixture } from './fixture.js';

/** What goes over the wire to the store: what a store does with it can't be seen in every one. */
const at = fixture();

describe('every read is strongly consistent', () => {
  test.each<[what: string, operation: string, read: (ledger: Ledger, id: string) => Promise<unknown>]>([
    ['a cold command', 'Query', (ledger, id) => ledger.transact(counter, id, 1, meta())],
    ['the newest state', 'Query', (ledger, id) => ledger.project(counter, id, { maxAge: 0 })],
    ['the state at a version', 'GetItem', (ledger, id) => ledger.project(counter, id, { at: 2 })],
    ['the state at a time', 'GetItem', (ledger, id) => ledger.project(counter, id, { at: new Date() })],
    ['a page', 'Query', (ledger, id) => ledger.read(counter, id, { limit: 2 })],
    ['the latest version', 'Query', (ledger, id) => ledger.latestVersion(id)],
    ['a verification', 'Query', (ledger, id) => ledger.verify(counter, id)],
    ['the list of all streams', 'Scan', (ledger) => ledger.streams().next()],
  ])('of %s', async (_, operation, read) => {
    const id = await appended(await at.another(), [1, 1, 1]);
    const ledger = await at.another();
    const asked = await at.proxy.askedDuring(() => read(ledger, id));
    const reads = asked.filter((one) => one.operation !== 'PutItem');
    expect(reads.map((one) => one.operation)).toContain(operation);
    expect(reads.map(({ body }) => body.ConsistentRead)).toEqual(reads.map(() => true));
  });

  test('also of what won, where the store does not tell', async () => {
    const [one, other] = [await at.another(), await at.another()];
    const id = await appended(one, [1]);
    await appended(other, [1], id);
    const asked = await at.proxy.askedDuring(() => one.transact(counter, id, 1, meta()));
    const reads = asked.filter(({ operation }) => operation !== 'PutItem');
    expect(reads.map(({ body }) => body.ConsistentRead)).toEqual(reads.map(() => true));
  });
});

test('an event is written only where none is, and the store is asked for the one that is', async () => {
  const ledger = await at.another();
  const asked = await at.proxy.askedDuring(() => appended(ledger, [1, 1]));
  const writes = asked.filter(({ operation }) => operation === 'PutItem');
  expect(writes).toHaveLength(2);
  for (const { body } of writes)
    expect(body).toMatchObject({
      ConditionExpression: 'attribute_not_exists(Version)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
});

describe('a table', () => {
  const open = async (table: string) => {
    const { endpoint } = at.proxy;
    const ledger = await openLedger({ store: 'endpoint', endpoint, table, region: at.store.region });
    await ledger.close();
  };

  test('that is made is protected against deletion, and can be restored to any point in time', async () => {
    const table = `test-${v4()}`;
    const asked = await at.proxy.askedDuring(() => open(table));
    expect(asked.map(({ body }) => body)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ TableName: table, DeletionProtectionEnabled: true }),
        {
          TableName: table,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        },
      ]),
    );
  });

  test('that was there is left as it is', async () => {
    const table = `test-${v4()}`;
    await open(table);
    const asked = await at.proxy.askedDuring(() => open(table));
    expect(new Set(asked.map(({ operation }) => operation))).toEqual(new Set(['DescribeTable']));
  });
});
