import { randomBytes } from 'node:crypto';
import { config as loadEnvFile } from 'dotenv';
import { pino } from 'pino';
import type { Logger } from 'pino';
import { createCommands } from '../commands/index.js';
import { closeCharts } from './charts/index.js';
import { ConfigError, readConfig } from './config.js';
import type { Config } from './config.js';
import { loadDice } from './dice/index.js';
import { connectGateway, openWatch, TokenRefused } from './discord/index.js';
import { serveHealth } from './health.js';
import { LedgerError, openLedger } from './ledger/index.js';
import { openParty, openWatching } from './party/index.js';
import { startPlayground } from './playground/index.js';

/** What is open, to be closed in the reverse order. */
const open: (() => Promise<unknown>)[] = [];

async function start(config: Config, log: Logger): Promise<void> {
  const ledger = await openLedger(config.ledger, log);
  open.push(() => ledger.close());
  // at the table it would keep everyone waiting
  await loadDice();
  open.push(closeCharts);
  const { token, api } = config.discord ?? (await openPlayground(config.playgroundPort));
  const address = { token, ...(api !== undefined && { api }) };
  const watch = openWatch({ ...address, watching: openWatching(ledger), log });
  open.push(() => watch.close());
  const commands = createCommands({
    party: openParty(ledger, (server) => watch.wake(server)),
    chance: { next: () => randomBytes(4).readInt32LE() },
    onFault: (error, { interaction }) => log.error({ err: error, interaction }, 'a command failed'),
    onForbidden: ({ code }, { interaction, person, server }) =>
      log.info({ code, interaction, person: person.id, server }, 'someone tried what they may not'),
  });

  const gateway = await connectGateway({
    ...address,
    commands,
    log,
    onServers: (servers) => watch.look(servers),
    onLost: (error) => {
      log.fatal(error.message);
      void stop(1);
    },
  });
  open.push(() => gateway.close());
  if (config.healthPort !== undefined) {
    const health = await serveHealth(config.healthPort, () => gateway.isConnected());
    open.push(() => new Promise((resolve) => health.close(resolve)));
  }
}

/** Without a token the bot connects to a stand-in for Discord on this machine. */
async function openPlayground(port: number): Promise<NonNullable<Config['discord']>> {
  const playground = await startPlayground({ port });
  open.push(() => playground.close());
  process.stdout.write(`\nThe playground is open at ${playground.url}\n\n`);
  return playground;
}

/** Takes nothing new, finishes what is in flight, and ends. */
async function stop(exitCode: number): Promise<void> {
  for (const close of open.splice(0).reverse()) await close();
  process.exit(exitCode);
}

/** What whoever starts the program can do something about. */
function explained(error: unknown): string | undefined {
  if (error instanceof ConfigError || error instanceof LedgerError) return error.message;
  if (error instanceof TokenRefused) return `${error.message}. Check DISCORD_TOKEN.`;
  return undefined;
}

loadEnvFile({ quiet: true });
try {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel });
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
  await start(config, log);
} catch (error) {
  const message = explained(error);
  if (message === undefined) console.error(error);
  else console.error(message);
  await stop(1);
}
