import { setTimeout as sleep } from 'node:timers/promises';
import {
  BillingMode,
  ContinuousBackupsUnavailableException,
  DescribeTableCommand,
  CreateTableCommand,
  ResourceInUseException,
  ResourceNotFoundException,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient, TableDescription } from '@aws-sdk/client-dynamodb';
import { LedgerMissing, TableMismatch } from './errors.js';
import { isEnough, retried } from './retry.js';
import type { Tried } from './retry.js';
import type { Log } from './types.js';

/** A ledger's table: a partition for each stream, its events in the order of their versions. */
const shape = {
  AttributeDefinitions: [
    { AttributeName: 'Id', AttributeType: 'S' as const },
    { AttributeName: 'Version', AttributeType: 'N' as const },
  ],
  KeySchema: [
    { AttributeName: 'Id', KeyType: 'HASH' as const },
    { AttributeName: 'Version', KeyType: 'RANGE' as const },
  ],
};

/** How long a table may take to come up. Seconds. */
const patience = 60;

/**
 * Makes sure that the table is there and fit for a ledger: makes it, with protection against deletion and point-in-time
 * recovery where the service offers them, or looks at the one that is there.
 * @param options.protection whether a table that is made is to have those two.
 * @throws {TableMismatch} when a table of this name has another key.
 */
export async function ensureTable(
  client: DynamoDBClient,
  table: string,
  log: Log,
  { protection }: { protection: boolean },
): Promise<void> {
  const found = await fitting(client, table);
  const isMade = found === undefined && (await create(client, table, log));
  await waitUntilTableExists(
    { client, maxWaitTime: patience, minDelay: 1, maxDelay: 3 },
    { TableName: table },
  );
  if (isMade && protection) await protect(client, table, log);
}

/** Makes sure that the table is there and fit for a ledger, and makes nothing. @throws {LedgerMissing} @throws {TableMismatch} */
export async function findTable(client: DynamoDBClient, table: string): Promise<void> {
  if ((await fitting(client, table)) === undefined) throw new LedgerMissing(`the table "${table}"`);
}

/** @throws {TableMismatch} */
async function fitting(client: DynamoDBClient, table: string): Promise<TableDescription | undefined> {
  const describe = () => client.send(new DescribeTableCommand({ TableName: table }));
  try {
    const { Table } = await retried(describe, letPass);
    if (Table !== undefined && keyOf(Table) !== keyOf(shape)) throw new TableMismatch(table, keyOf(Table));
    return Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

/** @returns whether it was this process that made the table, as far as it knows. */
async function create(client: DynamoDBClient, table: string, log: Log): Promise<boolean> {
  let mayBeOurs = false;
  const make = () =>
    client.send(
      new CreateTableCommand({ TableName: table, BillingMode: BillingMode.PAY_PER_REQUEST, ...shape }),
    );
  try {
    await retried(make, (failure, tried) => {
      letPass(failure, tried);
      mayBeOurs = true;
    });
    log.info({ table }, 'the table was made');
    return true;
  } catch (error) {
    if (error instanceof ResourceInUseException) return mayBeOurs;
    throw error;
  }
}

/** A store that comes to itself is waited for. */
function letPass(failure: unknown, tried: Tried): void {
  if (isEnough(failure, tried)) throw failure;
}

/** Not every service that speaks DynamoDB's language has these; a ledger works without, and says so. */
async function protect(client: DynamoDBClient, table: string, log: Log): Promise<void> {
  const tellOf = (lack: string) => (error: unknown) => {
    log.warn({ table, reason: error instanceof Error ? error.name : String(error) }, lack);
  };
  await turnOnRecovery(client, table).catch(
    tellOf('point-in-time recovery could not be turned on for the table'),
  );
  await client
    .send(new UpdateTableCommand({ TableName: table, DeletionProtectionEnabled: true }))
    .catch(tellOf('the table could not be protected against deletion'));
}

/** A new table can't be backed up at once. */
async function turnOnRecovery(client: DynamoDBClient, table: string): Promise<void> {
  for (const until = Date.now() + 1_000 * patience; ;) {
    try {
      await client.send(
        new UpdateContinuousBackupsCommand({
          TableName: table,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        }),
      );
      return;
    } catch (error) {
      if (!(error instanceof ContinuousBackupsUnavailableException) || Date.now() > until) throw error;
    }
    await sleep(1_000);
  }
}

/** `Id (S, HASH), Version (N, RANGE)` */
function keyOf({
  KeySchema = [],
  AttributeDefinitions = [],
}: Pick<TableDescription, 'KeySchema' | 'AttributeDefinitions'>) {
  return KeySchema.map(({ AttributeName, KeyType }) => {
    const type = AttributeDefinitions.find((one) => one.AttributeName === AttributeName)?.AttributeType;
    return `${AttributeName} (${type}, ${KeyType})`;
  }).join(', ');
}
