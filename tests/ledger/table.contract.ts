import { CreateTableCommand, DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import { v4 } from 'uuid';
import { openLedger, StoreUnavailable, TableMismatch } from '../../src/ledger/index.js';
import type { Fate } from '../support/store-proxy.js';
import { fixture } from './fixture.js';

const at = fixture();
const open = (table: string, endpoint = at.store.endpoint) =>
  openLedger({ store: 'endpoint', endpoint, table, region: at.store.region });

test('a table that is not there is made, by two processes at once if need be', async () => {
  const table = `test-${v4()}`;
  const ledgers = await Promise.all([open(table), open(table)]);
  const { Table } = await at.store.documents.send(new DescribeTableCommand({ TableName: table }));
  expect(Table).toMatchObject({
    KeySchema: [
      { AttributeName: 'Id', KeyType: 'HASH' },
      { AttributeName: 'Version', KeyType: 'RANGE' },
    ],
    BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
  });
  for (const ledger of ledgers) await ledger.close();
});

test('a table of another shape is refused, with what it is and what it has to be', async () => {
  const table = `test-${v4()}`;
  await at.store.documents.send(
    new CreateTableCommand({
      TableName: table,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'Name', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'Name', KeyType: 'HASH' }],
    }),
  );
  const opening = open(table);
  await expect(opening).rejects.toBeInstanceOf(TableMismatch);
  await expect(opening).rejects.toThrow(
    /its key is Name \(S, HASH\); it has to be Id .* and Version .*TABLE_NAME/,
  );
});

test('a store that comes to itself only by and by is waited for, and its table is made once', async () => {
  const table = `test-${v4()}`;
  const throttled: Fate = { status: 400, type: 'ThrottlingException' };
  const fates: Fate[] = [throttled, 'cut', 'hang', 'pass', throttled, 'lose-answer'];
  at.proxy.fate = () => fates.shift() ?? 'pass';
  const ledger = await open(table, at.proxy.endpoint);
  expect(fates).toEqual([]);
  const { Table } = await at.store.documents.send(new DescribeTableCommand({ TableName: table }));
  expect(Table?.TableStatus).toBe('ACTIVE');
  await ledger.close();
});

test('a store that is not there is said so', async () => {
  await expect(open('nowhere', 'http://127.0.0.1:9')).rejects.toBeInstanceOf(StoreUnavailable);
});
