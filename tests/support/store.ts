import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v4 } from 'uuid';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { startEmbedded } from '../../src/ledger/embedded/embedded.js';

/** A store for one test file, with a table of its own. */
export interface TestStore {
  endpoint: string;
  table: string;
  region: string;
  /** For looking at the items and altering them behind the ledger's back. */
  documents: DynamoDBDocumentClient;
  close(): Promise<void>;
}

/** A log that nobody reads. */
export const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The server that DYNAMODB_ENDPOINT names, or a dynalite of its own. */
export async function testStore(): Promise<TestStore> {
  const given = process.env.DYNAMODB_ENDPOINT;
  const own =
    given === undefined || given === ''
      ? await ownStore()
      : { endpoint: given, close: () => Promise.resolve() };
  const region = 'us-east-1';
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: own.endpoint, region, credentials });
  return {
    endpoint: own.endpoint,
    table: `test-${v4()}`,
    region,
    documents: DynamoDBDocumentClient.from(client),
    async close() {
      client.destroy();
      await own.close();
    },
  };
}

/** All items of the store's table. */
export async function allItems({ documents, table }: TestStore): Promise<Record<string, unknown>[]> {
  const { Items = [] } = await documents.send(new ScanCommand({ TableName: table, ConsistentRead: true }));
  return Items;
}

async function ownStore() {
  const folder = await mkdtemp(join(tmpdir(), 'hp-ledger-'));
  const store = await startEmbedded(folder, silent);
  return {
    endpoint: store.endpoint,
    async close() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}
