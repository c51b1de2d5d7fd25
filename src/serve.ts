import { closeCharts } from './charts/index.js';
import { createBot } from './bot.js';
import { ConfigError } from './config.js';
import { loadDice } from './dice/index.js';
import {
  discordClock,
  inFlight,
  interactionsApp,
  interactionsPath,
  introduce,
  listen,
  openRest,
  openWatch,
  startBackoff,
} from './discord/index.js';
import { answering } from './answering.js';
import { serveHealth } from './health.js';
import { openLedger, StreamNotFound } from './ledger/index.js';
import type { Ledger } from './ledger/index.js';
import { openWatching } from './party/index.js';
import { createMeter } from './meter.js';
import { openPort } from './ports.js';
import { run } from './program.js';

/** The bot, as Discord calls it over HTTP. With a token it registers its commands, and keeps feeds and boards. */
await run(async ({ config, log, onEnd }) => {
  if (config.http === undefined)
    throw new ConfigError(
      'DISCORD_PUBLIC_KEY is not set; it takes the public key from https://discord.com/developers/applications → your application → General Information.',
    );
  const { publicKey, host, port, ...address } = config.http;
  const meter = createMeter();
  let isReady = () => Promise.resolve(false);
  if (config.health !== undefined) {
    const { health } = config;
    const opened = await openPort('HEALTH_PORT', health.port, () =>
      serveHealth(health, meter, () => isReady()),
    );
    onEnd('the health port', () => opened.close());
  }
  const ledger = await openLedger(config.ledger, log, { meter: meter.ledger });
  onEnd('the ledger', (left) => ledger.close(left()));
  await loadDice();
  onEnd('the charts', closeCharts);
  const rest = openRest({ ...address, ...config.discord });
  const watch =
    config.discord &&
    openWatch({ ...config.discord, watching: openWatching(ledger), log, meter: meter.watch });
  if (watch) onEnd('feeds and boards', (left) => watch.close(left));
  const commands = createBot(ledger, log, (server) => watch?.wake(server));

  const serving = inFlight(() => ledger.abandon());
  onEnd('what was being answered', (left) => serving.settled(left));
  const clock = discordClock();
  const app = interactionsApp({ publicKey, rest, serving, commands, clock, log, meter: meter.service });
  const listening = await openPort('PORT', port, () => listen(app, { port, host }));
  onEnd('the interactions port', () => listening.close());
  isReady = answering(() => lookAt(ledger));
  log.info({ port: listening.port, path: interactionsPath }, 'ready for what Discord posts');

  if (watch === undefined)
    log.warn('no DISCORD_TOKEN: commands are not registered, feeds and boards not kept');
  else {
    const closing = new AbortController();
    onEnd('the start', () => {
      closing.abort();
      return Promise.resolve();
    });
    await introduce(rest, commands, watch, log, { backoff: startBackoff, signal: closing.signal });
  }
});

/** Asks the store for a stream that is not there: one request. @throws {StoreUnavailable} */
async function lookAt(ledger: Ledger): Promise<void> {
  try {
    await ledger.latestVersion('00000000-0000-0000-0000-000000000000');
  } catch (error) {
    if (!(error instanceof StreamNotFound)) throw error;
  }
}
