import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from '@jest/globals';
import { v4 } from 'uuid';
import { openExisting } from '../../src/ledger/index.js';
import type { Ledger, LedgerConfig } from '../../src/ledger/index.js';
import { appended, fixture, itemsOf, overwrite, preloaded } from './fixture.js';

const at = fixture();

async function listed(ledger: Ledger) {
  const streams = [];
  for await (const stream of ledger.streams()) streams.push(stream);
  return streams.sort((a, b) => a.id.localeCompare(b.id));
}

test('every stream is listed once, the long ones too, and also where it is damaged', async () => {
  const ledger = await at.another();
  expect(await listed(ledger)).toEqual([]);
  const short = await Promise.all(Array.from({ length: 12 }, () => appended(ledger, [1, 2, 3])));
  // longer than what one request looks at
  const long = await Promise.all([preloaded(at.store, 1_200), preloaded(at.store, 1_100)]);
  const [headless = '', renamed = '', foreign = ''] = short;
  const { documents, table } = at.store;
  await documents.send(new DeleteCommand({ TableName: table, Key: { Id: headless, Version: 1 } }));
  await overwrite(at.store, { ...(await itemsOf(at.store, renamed))[2], Character: 'Another' });
  const item = { Id: v4(), Version: 1 };
  await overwrite(at.store, item);
  await overwrite(at.store, { ...(await itemsOf(at.store, foreign))[0], Type: 'Other' });

  const expected = [...short, ...long].map((id) => ({
    id,
    type: id === foreign ? 'Other' : 'Added',
    subject: id === renamed ? 'Another' : 'Count',
  }));
  const all = [...expected, { id: item.Id, type: '', subject: '' }];
  expect(await listed(ledger)).toEqual(all.sort((a, b) => a.id.localeCompare(b.id)));
  expect(at.proxy.requests.filter((one) => one === 'Scan').length).toBeGreaterThan(3);
});

test('a ledger that is only to be read has to be there, and nothing is made', async () => {
  const { region } = at.store;
  const { endpoint } = at.proxy;
  const config = (table: string): LedgerConfig => ({ store: 'endpoint', endpoint, table, region });
  at.proxy.requests.length = 0;
  const missing = openExisting(config(`test-${v4()}`));
  await expect(missing).rejects.toMatchObject({ code: 'ledger-missing' });
  await expect(missing).rejects.toThrow(/There is no ledger in the table "test-/);
  expect(at.proxy.requests).toEqual(['DescribeTable']);

  const id = await appended(await at.another(), [1]);
  at.proxy.requests.length = 0;
  const ledger = await openExisting(config(at.store.table));
  expect((await listed(ledger)).map((stream) => stream.id)).toContain(id);
  expect(new Set(at.proxy.requests)).toEqual(new Set(['DescribeTable', 'Scan']));
  await ledger.close();
});
