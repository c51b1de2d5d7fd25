import { BatchWriteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { v4 } from 'uuid';
import { itemOf } from '../../src/ledger/item.js';
import type { Item } from '../../src/ledger/item.js';
import { openLedger } from '../../src/ledger/index.js';
import type { Ledger } from '../../src/ledger/index.js';
import { storeProxy } from '../support/store-proxy.js';
import type { StoreProxy } from '../support/store-proxy.js';
import { testStore } from '../support/store.js';
import type { TestStore } from '../support/store.js';
import { counter, meta } from './counter.js';

/** A store, a proxy before it, and ledgers that go through the proxy. */
export interface Fixture {
  store: TestStore;
  proxy: StoreProxy;
  /** A ledger with a cache of its own, as another process has it. */
  another(): Promise<Ledger>;
}

/** Starts the store for a test file, and ends it afterwards. */
export function fixture(): Fixture {
  const opened: Ledger[] = [];
  const made = {} as Fixture;
  beforeAll(async () => {
    made.store = await testStore();
    made.proxy = await storeProxy(made.store.endpoint);
    made.another = async () => {
      const { table, region } = made.store;
      const ledger = await openLedger({ store: 'endpoint', endpoint: made.proxy.endpoint, table, region });
      opened.push(ledger);
      return ledger;
    };
  });
  afterAll(async () => {
    made.proxy.fate = () => 'pass';
    for (const ledger of opened) await ledger.close();
    await made.proxy.close();
    await made.store.close();
  });
  return made;
}

/** Appends changes one after the other. @returns the id of the new stream. */
export async function appended(ledger: Ledger, amounts: number[], id = v4()): Promise<string> {
  for (const amount of amounts) await ledger.transact(counter, id, amount, meta());
  return id;
}

/** How many events there are and what they add up to, after a look that none is missing and all are right. */
export async function wholeStream(ledger: Ledger, id: string) {
  const { events } = await ledger.read(counter, id, { limit: 1_000 });
  expect(events.map((one) => one.version)).toEqual(events.map((_, index) => index + 1));
  expect(await ledger.verify(counter, id)).toMatchObject({ ok: true, versions: events.length });
  return { events: events.length, value: events.at(-1)?.state.value };
}

/** Writes a stream of so many events of 1 each, past the ledger. @returns its id. */
export async function preloaded({ documents, table }: TestStore, length: number): Promise<string> {
  const id = v4();
  const at = new Date(Date.now() - 3_600_000).toISOString();
  let previous = '';
  let batch: Item[] = [];
  for (let version = 1; version <= length; version++) {
    const { eventId, by, command, subject } = meta();
    const event = { type: 'Added', details: { amount: 1 }, change: 1 };
    const item = itemOf(
      { id, version, eventId, at, by, command, subject, event, state: { value: version }, schema: 1 },
      previous,
    );
    previous = item.Hash;
    batch.push(item);
    if (batch.length < 25 && version < length) continue;
    await documents.send(
      new BatchWriteCommand({ RequestItems: { [table]: batch.map((Item) => ({ PutRequest: { Item } })) } }),
    );
    batch = [];
  }
  return id;
}

/** All items of a stream, oldest first, as they stand in the store. */
export async function itemsOf(
  { documents, table }: TestStore,
  id: string,
): Promise<Record<string, unknown>[]> {
  const { Items = [] } = await documents.send(
    new QueryCommand({
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'Id = :id',
      ExpressionAttributeValues: { ':id': id },
    }),
  );
  return Items;
}

/** Writes an item over whatever stands in its place. */
export async function overwrite(
  { documents, table }: TestStore,
  item: Record<string, unknown>,
): Promise<void> {
  await documents.send(new PutCommand({ TableName: table, Item: item }));
}
