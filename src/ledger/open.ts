import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { findFolder, startEmbedded } from './embedded/embedded.js';
import { LedgerError, StoreUnavailable } from './errors.js';
import { Ledger } from './ledger.js';
import { countRequests } from './meter.js';
import type { LedgerMeter } from './meter.js';
import { silenceNodeWarning } from './node-version.js';
import { dynamoStore } from './store.js';
import { ensureTable, findTable } from './table.js';
import type { Log } from './types.js';

/** Where a ledger is kept. */
export type LedgerConfig =
  /** In a folder, by a store that the program runs itself. */
  | { store: 'embedded'; dataDir: string; table?: string }
  /** In a server that speaks DynamoDB's language. */
  | { store: 'endpoint'; endpoint: string; table: string; region: string }
  /** In Amazon DynamoDB, with the standard credential chain. */
  | { store: 'aws'; table: string; region?: string };

export interface LedgerOptions {
  /** How many streams are remembered; left out: ten thousand. */
  streams?: number | undefined;
  meter?: LedgerMeter | undefined;
}

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** For stores that check no credentials but want to see some. */
const anyCredentials = { accessKeyId: 'local', secretAccessKey: 'local' };
/** Connections to the store at the most. */
const maxSockets = 200;
const requestHandler = {
  // milliseconds: to connect, to answer, and between two parts of an answer
  connectionTimeout: 1_000,
  requestTimeout: 2_000,
  throwOnRequestTimeout: true,
  socketTimeout: 2_000,
  httpAgent: { maxSockets },
  httpsAgent: { maxSockets },
};

/**
 * Opens a ledger; its table is made when it is not there.
 * @throws {TableMismatch} @throws {StoreInUse} @throws {StoreUnavailable}
 */
export function openLedger(
  config: LedgerConfig,
  log: Log = silent,
  { streams, meter }: LedgerOptions = {},
): Promise<Ledger> {
  const protection = config.store !== 'embedded';
  const ready = (client: DynamoDBClient, table: string) => ensureTable(client, table, log, { protection });
  return open(config, log, ready, { streams, meter });
}

/**
 * Opens a ledger that is there, and makes nothing: for reading.
 * @throws {LedgerMissing} @throws {TableMismatch} @throws {StoreInUse} @throws {StoreUnavailable}
 */
export async function openExisting(config: LedgerConfig, log: Log = silent): Promise<Ledger> {
  if (config.store === 'embedded') await findFolder(config.dataDir);
  return open(config, log, findTable, {});
}

/** Sees to it that the table can be used. */
type Ready = (client: DynamoDBClient, table: string) => Promise<void>;

async function open(config: LedgerConfig, log: Log, ready: Ready, options: LedgerOptions): Promise<Ledger> {
  if (config.store !== 'embedded') {
    const close = () => Promise.resolve();
    return openOn({ client: clientConfig(config), table: config.table, ready, close }, log, options);
  }
  const store = await startEmbedded(config.dataDir, log);
  const close = (withinMs?: number) => store.close(withinMs);
  const client = { endpoint: store.endpoint, region: 'local', credentials: anyCredentials };
  try {
    return await openOn({ client, table: config.table ?? 'hp-ledger', ready, close }, log, options);
  } catch (error) {
    await close();
    throw error;
  }
}

interface Opening {
  client: DynamoDBClientConfig;
  table: string;
  ready: Ready;
  close(withinMs: number): Promise<void>;
}

async function openOn(opening: Opening, log: Log, { streams, meter }: LedgerOptions): Promise<Ledger> {
  const { table, ready } = opening;
  silenceNodeWarning();
  // the ledger counts its own tries, since each may have landed
  const client = new DynamoDBClient({ ...opening.client, maxAttempts: 1, requestHandler });
  try {
    await ready(client, table);
  } catch (cause) {
    client.destroy();
    if (cause instanceof LedgerError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StoreUnavailable(`The ledger's table "${table}" can't be opened: ${reason}`, { cause });
  }
  if (meter !== undefined) countRequests(client, meter);
  const closeAll = async (withinMs: number) => {
    client.destroy();
    await opening.close(withinMs);
  };
  return new Ledger(dynamoStore(client, table), closeAll, log, { streams, meter });
}

function clientConfig(config: Exclude<LedgerConfig, { store: 'embedded' }>): DynamoDBClientConfig {
  if (config.store === 'aws') return config.region === undefined ? {} : { region: config.region };
  const { endpoint, region } = config;
  const given = process.env.AWS_ACCESS_KEY_ID !== undefined || process.env.AWS_PROFILE !== undefined;
  return { endpoint, region, ...(!given && { credentials: anyCredentials }) };
}
