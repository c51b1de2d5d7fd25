import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { StoreInUse, StoreUnavailable } from '../errors.js';
import type { Log } from '../types.js';
import { fromChild } from './message.js';

/** A store that runs for this program alone. */
export interface EmbeddedStore {
  endpoint: string;
  close(): Promise<void>;
}

const program = fileURLToPath(new URL('./child.js', import.meta.url));
/** Between its end and the next start. Milliseconds. */
const pause = 100;

/**
 * Starts the embedded store, and starts it again on the same port whenever it ends.
 * @throws {StoreInUse} when another program keeps its ledger in this folder.
 * @throws {StoreUnavailable} when it can't be started: the folder can't be written, say.
 */
export async function startEmbedded(dataDir: string, log: Log): Promise<EmbeddedStore> {
  await mkdir(dataDir, { recursive: true }).catch((cause: unknown) => {
    throw new StoreUnavailable(
      `The folder ${dataDir} can't be made. Set DATA_DIR to one that can be written.`,
      { cause },
    );
  });
  let closing = false;
  const started = await startChild(dataDir, 0);
  const { port } = started;
  let { child } = started;
  const watch = () => {
    child.once('exit', (code, signal) => {
      if (!closing) void restart(code, signal);
    });
  };
  const restart = async (code: number | null, signal: string | null) => {
    log.warn({ code, signal }, 'the embedded store ended; starting it again');
    while (!closing) {
      try {
        ({ child } = await startChild(dataDir, port));
        watch();
        return;
      } catch (error) {
        log.error({ err: error }, 'the embedded store could not be started again');
        await sleep(pause);
      }
    }
  };
  watch();
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async close() {
      closing = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

async function startChild(dataDir: string, port: number): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(program, [dataDir, String(port)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const message = fromChild.parse(await firstMessage(child));
  if ('port' in message) return { child, port: message.port };
  child.disconnect();
  throw new StoreInUse(dataDir);
}

function firstMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(
        new StoreUnavailable(`the embedded store ended with code ${code ?? 'none'} before it had started`),
      );
    });
  });
}
