import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { childEnv } from './child-env.js';

/** What can be started: the bot by `npm start` and by `npm run serve`, and `npm run verify`. */
type Script = 'main' | 'serve' | 'verify';

/** How long a program may take to start, or to end. Milliseconds. */
const patienceMs = 120_000;

/** The program, as npm runs it once it is built. It ends with the process that started it. */
export class Program {
  output = '';
  readonly #child: ChildProcess;
  /** Resolves once it has ended and all that it said has arrived, however long it serves. */
  readonly closed: Promise<unknown>;

  /** @param env all that it finds in its environment. */
  constructor(env: Record<string, string>, script: Script = 'main') {
    const file = fileURLToPath(new URL(`../../src/${script}.js`, import.meta.url));
    this.#child = spawn(process.execPath, [file], {
      // where no .env is
      cwd: tmpdir(),
      env: { ...childEnv(), PLAYGROUND_PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.closed = once(this.#child, 'close');
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.output += chunk.toString();
      });
  }

  /** Waits until the program says something, for two minutes at most. @returns what it matched. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    for (const end = Date.now() + patienceMs; ;) {
      const match = pattern.exec(this.output);
      if (match !== null) return match;
      if (this.hasEnded || Date.now() > end)
        throw new Error(`the program never said ${String(pattern)}, but:\n${this.output}`);
      await sleep(20);
    }
  }

  /**
   * Stops the program (SIGSTOP), until it is resumed or this process is gone.
   * @returns what resumes it.
   */
  pause(): () => void {
    // ends by itself, as its input closes however we end
    const script = `kill -STOP ${this.pid}; cat >/dev/null; kill -CONT ${this.pid}`;
    const shell = spawn('sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'] });
    return () => shell.stdin.end();
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Waits until the program has ended, for two minutes at most. @returns the code with which it did. */
  async ended(): Promise<number | null> {
    const timer = new AbortController();
    const tooLate = sleep(patienceMs, undefined, { signal: timer.signal }).then(() => {
      throw new Error(`the program never ended, and said:\n${this.output}`);
    });
    tooLate.catch(() => undefined);
    await Promise.race([this.closed, tooLate]);
    timer.abort();
    return this.#child.exitCode;
  }

  /** @returns the code with which it ended. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    if (!this.hasEnded) this.#child.kill(signal);
    return this.ended();
  }
}

/** A folder that is gone after its use. */
export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'hp-ledger-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** A port on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return address.port;
}
