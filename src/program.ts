import { config as loadEnvFile } from 'dotenv';
import type { Logger } from 'pino';
import { closeAll } from './closing.js';
import type { Closer } from './closing.js';
import { ConfigError, readConfig } from './config.js';
import type { Config } from './config.js';
import { ConnectionRefused, countdown, TokenRefused } from './discord/index.js';
import { LedgerError, nodeNotice } from './ledger/index.js';
import { createLog } from './log.js';

/** What a program is started with. */
export interface Start {
  config: Config;
  log: Logger;
  /** Adds what is to be closed in the end; the last first. See {@link Closer}. */
  onEnd: (what: Closer['what'], close: Closer['close']) => void;
  /** Takes nothing new, finishes what is in flight as far as there is time, and ends. */
  stop: (exitCode: number) => Promise<void>;
}

/** How long ending may take; what has not ended by then is left alone. Milliseconds. */
const endingMs = 7_000;
/** Within so long a second signal is the first once more: npm passes on what the terminal has sent to all. Milliseconds. */
const sameSignalMs = 500;

/**
 * Runs a program on what the environment says, until it is asked to end; asked once more, it ends at once. What whoever starts it can do something about is told
 * in a few words.
 */
export async function run(start: (how: Start) => Promise<void>): Promise<void> {
  const open: Closer[] = [];
  let log: Logger | undefined;
  const end = async (exitCode: number) => {
    const onError = (error: unknown, what: string) =>
      log?.error({ err: error }, `${what} could not be closed`);
    const unended = await closeAll(open, countdown(endingMs), onError);
    if (unended.length > 0) log?.error({ unended }, `did not end as it should: ${unended.join(', ')}`);
    process.exit(unended.length > 0 ? Math.max(1, exitCode) : exitCode);
  };
  let ending: Promise<void> | undefined;
  const stop = (exitCode: number) => (ending ??= end(exitCode));
  loadEnvFile({ quiet: true });
  try {
    const config = readConfig(process.env);
    log = createLog(config.logLevel);
    endOnSignals(stop, log);
    process.on('unhandledRejection', (reason) =>
      log?.error({ err: reason }, 'a promise was rejected and nobody had asked'),
    );
    process.on('uncaughtException', (error) =>
      log?.error({ err: error }, 'an error was thrown and nobody caught it'),
    );
    const notice = nodeNotice();
    if (notice !== undefined) log.info(notice);
    await start({ config, log, stop, onEnd: (what, close) => open.push({ what, close }) });
  } catch (error) {
    // what was still starting has lost what it stands on
    if (ending !== undefined) return ending;
    const message = explained(error);
    if (message === undefined) console.error(error);
    else console.error(message);
    await stop(1);
  }
}

function endOnSignals(stop: Start['stop'], log: Logger): void {
  let askedAt: number | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (askedAt === undefined) {
        askedAt = performance.now();
        log.info({ signal }, 'stopping: finishing what is in flight');
        void stop(0);
      } else if (performance.now() - askedAt > sameSignalMs) {
        log.warn({ signal }, 'asked once more: ending at once');
        process.exit(1);
      }
    });
}

function explained(error: unknown): string | undefined {
  if (error instanceof ConfigError || error instanceof LedgerError) return error.message;
  if (error instanceof ConnectionRefused) return error.message;
  if (error instanceof TokenRefused) return `${error.message}. Check DISCORD_TOKEN.`;
  return undefined;
}
