import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { countRequests } from '../src/ledger/meter.js';
import type { LedgerMeter } from '../src/ledger/index.js';
import { testStore } from '../tests/support/store.js';
import type { TestStore } from '../tests/support/store.js';

/** What was asked of the store. */
export interface Asked {
  requests: number;
  writeUnits: number;
  readUnits: number;
  conflicts: number;
}

/** Counts what is asked of the store. */
export function counting(): LedgerMeter & { asked: Asked; reset(): void } {
  const asked = { requests: 0, writeUnits: 0, readUnits: 0, conflicts: 0 };
  return {
    asked,
    reset: () => Object.assign(asked, { requests: 0, writeUnits: 0, readUnits: 0, conflicts: 0 }),
    request(operation, _, units) {
      asked.requests++;
      if (/^(Put|Update|Delete|TransactWrite)/.test(operation)) asked.writeUnits += units;
      else asked.readUnits += units;
    },
    conflict: () => asked.conflicts++,
    recovered: () => undefined,
    remembered: () => undefined,
  };
}

/** A client of the store as one would make it, whose requests are counted. */
export function clientOf({ endpoint, region }: TestStore, meter: LedgerMeter): DynamoDBClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region, credentials });
  countRequests(client, meter);
  return client;
}

export function documentsOf(client: DynamoDBClient): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

export { testStore };
export type { TestStore };
