import { connect } from 'node:net';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from '@jest/globals';
import { startEmbedded } from '../../src/ledger/embedded/embedded.js';
import type { EmbeddedStore } from '../../src/ledger/embedded/embedded.js';
import { openExisting, openLedger, StoreInUse } from '../../src/ledger/index.js';
import type { Ledger } from '../../src/ledger/index.js';
import { temporaryFolder } from '../support/program.js';
import { counter, meta } from './counter.js';
import { appended } from './fixture.js';

const said: string[] = [];
const log = {
  info: () => undefined,
  warn: (_: object, message: string) => void said.push(message),
  error: (_: object, message: string) => void said.push(message),
};
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
  said.length = 0;
});

async function opened(): Promise<{ store: EmbeddedStore; ledger: Ledger; folder: string }> {
  const folder = await temporaryFolder();
  closers.push(() => folder.remove());
  const store = await startEmbedded(folder.path, log);
  closers.push(() => store.close());
  const ledger = await openLedger({
    store: 'endpoint',
    endpoint: store.endpoint,
    table: 'ledger',
    region: 'local',
  });
  closers.push(() => ledger.close());
  return { store, ledger, folder: folder.path };
}

/** Begins a request and breaks off in the middle of it, which ends dynalite's process. */
async function breakOff({ endpoint }: EmbeddedStore): Promise<void> {
  const { hostname, port } = new URL(endpoint);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const head = [
    'POST / HTTP/1.1',
    `Host: ${hostname}`,
    'X-Amz-Target: DynamoDB_20120810.ListTables',
    'Content-Length: 100',
    // it says so once it has read this far
    'Expect: 100-continue',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  await once(socket, 'data');
  socket.resetAndDestroy();
}

test('a store that a broken-off request ends is started again, and nothing that was recorded is lost', async () => {
  const { store, ledger } = await opened();
  const id = await appended(ledger, [1, 2, 3]);
  await breakOff(store);
  for (let i = 0; i < 20; i++) {
    const transacted = await ledger.transact(counter, id, 1, meta(), { answerBy: Date.now() + 10_000 });
    expect(transacted.outcome).toBe('recorded');
    if (i === 5) await breakOff(store);
  }
  expect(said).toContain('the embedded store ended; starting it again');
  expect(await ledger.verify(counter, id)).toMatchObject({ ok: true, versions: 23 });
});

test('a folder holds one store at a time', async () => {
  const { folder } = await opened();
  await expect(startEmbedded(folder, log)).rejects.toBeInstanceOf(StoreInUse);
});

test('what was recorded is there when the folder is opened again', async () => {
  const folder = await temporaryFolder();
  closers.push(() => folder.remove());
  const first = await openLedger({ store: 'embedded', dataDir: folder.path });
  const id = await appended(first, [1, 2, 3]);
  await first.close();
  const second = await openLedger({ store: 'embedded', dataDir: folder.path });
  closers.push(() => second.close());
  expect((await second.project(counter, id)).state.value).toBe(6);
});

test('a folder that is only to be read has to hold a ledger, and nothing is made', async () => {
  const folder = await temporaryFolder();
  closers.push(() => folder.remove());
  for (const dataDir of [folder.path, join(folder.path, 'data')])
    await expect(openExisting({ store: 'embedded', dataDir })).rejects.toMatchObject({
      code: 'ledger-missing',
    });
  expect(await readdir(folder.path)).toEqual([]);
});

test('a folder that can not be made is said so', async () => {
  const file = fileURLToPath(import.meta.url);
  await expect(openLedger({ store: 'embedded', dataDir: join(file, 'data') })).rejects.toMatchObject({
    code: 'store-unavailable',
    message: expect.stringContaining('DATA_DIR') as unknown,
  });
});
