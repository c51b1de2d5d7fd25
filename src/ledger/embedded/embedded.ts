import { fork } from 'node:child_process';
import { access, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { LedgerMissing, StoreInUse, StoreUnavailable } from '../errors.js';
import type { Log } from '../types.js';
import { fromChild } from './message.js';

/** A store that runs for this program alone. */
export interface EmbeddedStore {
  endpoint: string;
  close(): Promise<void>;
}

/** The store's process. */
interface Child {
  port: number;
  ended: Promise<{ code: number | null; signal: string | null }>;
  stop(): void;
}

const program = fileURLToPath(new URL('./child.js', import.meta.url));
/** Between a start that failed and the next. Milliseconds. */
const pause = 100;

/**
 * Starts the embedded store, and starts it again on the same port whenever it ends.
 * @throws {StoreInUse} when another program keeps its ledger in this folder.
 * @throws {StoreUnavailable} when it can't be started: the folder can't be written, say.
 */
export async function startEmbedded(dataDir: string, log: Log): Promise<EmbeddedStore> {
  await makeFolder(dataDir);
  let child = await startChild(dataDir, 0);
  const { port } = child;
  let closing = false;
  const keepRunning = async () => {
    for (;;) {
      if (closing) child.stop();
      const ending = await child.ended;
      if (closing) return;
      log.warn(ending, 'the embedded store ended; starting it again');
      try {
        child = await startChild(dataDir, port);
      } catch (error) {
        log.error({ err: error }, 'the embedded store could not be started again');
        await sleep(pause);
      }
    }
  };
  const running = keepRunning();
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async close() {
      closing = true;
      child.stop();
      await running;
    },
  };
}

/** Makes sure that a folder holds a store's files. @throws {LedgerMissing} */
export async function findFolder(dataDir: string): Promise<void> {
  try {
    // the file by which LevelDB finds all others
    await access(join(dataDir, 'CURRENT'));
  } catch (cause) {
    throw new LedgerMissing(`the folder ${dataDir}`, { cause });
  }
}

async function makeFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK);
  } catch (cause) {
    const message = `The folder ${dataDir} can't be made or written. Set DATA_DIR to one that can.`;
    throw new StoreUnavailable(message, { cause });
  }
}

async function startChild(dataDir: string, port: number): Promise<Child> {
  const child = fork(program, [dataDir, String(port)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended: Child['ended'] = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const stop = () => {
    if (child.connected) child.disconnect();
  };
  const spoken = new Promise<unknown>((resolve, reject) => {
    child.once('message', resolve);
    child.once('error', reject);
  });
  const silent = ended.then(({ code }) => {
    throw new StoreUnavailable(`the embedded store ended with code ${code ?? 'none'} before it had started`);
  });
  const message = fromChild.parse(await Promise.race([spoken, silent]));
  if ('port' in message) return { port: message.port, ended, stop };
  stop();
  throw new StoreInUse(dataDir);
}
