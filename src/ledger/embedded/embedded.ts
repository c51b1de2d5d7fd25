import { fork } from 'node:child_process';
import { access, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LedgerMissing, StoreInUse, StoreUnavailable } from '../errors.js';
import type { Log } from '../types.js';
import { endsWithin } from '../within.js';
import { keepRunning } from './keep-running.js';
import type { Life } from './keep-running.js';
import { fromChild } from './message.js';

/** A store that runs for this program alone. */
export interface EmbeddedStore {
  endpoint: string;
  /**
   * Stops the store, and kills it if it is still running after `withinMs` milliseconds (default: five seconds).
   * @throws {StoreUnavailable} when it had to be killed.
   */
  close(withinMs?: number): Promise<void>;
}

/** The store's process. */
interface Child {
  /** The port that it listens on, once it does. Rejects where it can't start. */
  port: Promise<number>;
  ended: Promise<void>;
  /** Asks it to end. */
  stop(): void;
  kill(): void;
}

const program = fileURLToPath(new URL('./child.js', import.meta.url));
/** How long the store's process may take to end, where nothing is said. Milliseconds. */
const endingMs = 5_000;

/**
 * Starts the embedded store, and starts it again on the same port whenever it ends.
 * @throws {StoreInUse} when another program keeps its ledger in this folder.
 * @throws {StoreUnavailable} when it can't be started: the folder can't be written, say.
 */
export async function startEmbedded(dataDir: string, log: Log): Promise<EmbeddedStore> {
  await makeFolder(dataDir);
  const first = startChild(dataDir, 0);
  const port = await first.port;
  let [child, isFirst] = [first, true];
  const live = async (onStarted: () => void): Promise<Life> => {
    if (!isFirst) child = startChild(dataDir, port);
    isFirst = false;
    const began = performance.now();
    const failure: unknown = await child.port.then(onStarted, (error: unknown) => error);
    await child.ended;
    return { lasted: performance.now() - began, ...(failure !== undefined && { failure }) };
  };
  const closing = new AbortController();
  const running = keepRunning(live, { log, signal: closing.signal });
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async close(withinMs = endingMs) {
      closing.abort();
      child.stop();
      if (await endsWithin(running, withinMs)) return;
      child.kill();
      await running;
      throw new StoreUnavailable('the embedded store did not end in time and was killed');
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

function startChild(dataDir: string, port: number): Child {
  const child = fork(program, [dataDir, String(port)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const kill = () => void child.kill('SIGKILL');
  // it ends by itself when this program is gone, unless it is stopped
  process.once('exit', kill);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => {
      if (child.pid === undefined) resolve();
    });
  }).then(() => void process.off('exit', kill));
  const stop = () => {
    if (child.connected) child.disconnect();
  };
  const spoken = new Promise<unknown>((resolve, reject) => {
    child.once('message', resolve);
    child.once('error', reject);
  });
  const silent = ended.then(() => {
    const how = child.signalCode ?? `code ${child.exitCode ?? 'none'}`;
    throw new StoreUnavailable(`the embedded store ended with ${how} before it had started`);
  });
  const portOf = async () => {
    const message = fromChild.parse(await Promise.race([spoken, silent]));
    if ('port' in message) return message.port;
    stop();
    if ('locked' in message) throw new StoreInUse(dataDir);
    throw new StoreUnavailable(`the embedded store can't start: ${message.failure}`);
  };
  const listening = portOf();
  // whoever waits for it hears of it
  listening.catch(() => undefined);
  return { port: listening, ended, stop, kill };
}
