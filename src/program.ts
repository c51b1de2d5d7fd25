import { config as loadEnvFile } from 'dotenv';
import type { Logger } from 'pino';
import { ConfigError, readConfig } from './config.js';
import type { Config } from './config.js';
import { TokenRefused } from './discord/index.js';
import { LedgerError } from './ledger/index.js';
import { createLog } from './log.js';

/** What a program is started with. */
export interface Start {
  config: Config;
  log: Logger;
  /** Adds what is to be closed in the end; the last first. */
  onEnd: (close: () => Promise<unknown>) => void;
  /** Takes nothing new, finishes what is in flight, and ends. */
  stop: (exitCode: number) => Promise<void>;
}

/**
 * Runs a program on what the environment says, until it is asked to end. What whoever starts it can do something about is told
 * in a few words.
 */
export async function run(start: (how: Start) => Promise<void>): Promise<void> {
  const open: (() => Promise<unknown>)[] = [];
  const stop = async (exitCode: number) => {
    for (const close of open.splice(0).reverse()) await close();
    process.exit(exitCode);
  };
  loadEnvFile({ quiet: true });
  try {
    const config = readConfig(process.env);
    const log = createLog(config.logLevel);
    process.on('unhandledRejection', (reason) =>
      log.error({ err: reason }, 'a promise was rejected and nobody had asked'),
    );
    process.on('uncaughtException', (error) =>
      log.error({ err: error }, 'an error was thrown and nobody caught it'),
    );
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        log.info({ signal }, 'stopping: finishing what is in flight');
        void stop(0);
      });
    }
    await start({ config, log, stop, onEnd: (close) => open.push(close) });
  } catch (error) {
    const message = explained(error);
    if (message === undefined) console.error(error);
    else console.error(message);
    await stop(1);
  }
}

function explained(error: unknown): string | undefined {
  if (error instanceof ConfigError || error instanceof LedgerError) return error.message;
  if (error instanceof TokenRefused) return `${error.message}. Check DISCORD_TOKEN.`;
  return undefined;
}
