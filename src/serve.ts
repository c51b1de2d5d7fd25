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
} from './discord/index.js';
import { serveHealth } from './health.js';
import { openLedger } from './ledger/index.js';
import { openWatching } from './party/index.js';
import { createMeter } from './meter.js';
import { run } from './program.js';

/** The bot, as Discord calls it over HTTP. With a token it registers its commands, and keeps feeds and boards. */
await run(async ({ config, log, onEnd }) => {
  if (config.http === undefined)
    throw new ConfigError(
      'DISCORD_PUBLIC_KEY is not set; it takes the public key from https://discord.com/developers/applications → your application → General Information.',
    );
  const { publicKey, host, port, ...address } = config.http;
  const meter = createMeter();
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
  const listening = await listen(app, { port, host });
  onEnd('the interactions port', () => listening.close());
  log.info({ port: listening.port, path: interactionsPath }, 'ready for what Discord posts');

  if (watch === undefined)
    log.warn('no DISCORD_TOKEN: commands are not registered, feeds and boards not kept');
  else await introduce(rest, commands, watch, log);
  if (config.healthPort !== undefined) {
    const health = await serveHealth(config.healthPort, meter, () => true);
    onEnd('the health port', () => new Promise((resolve) => health.close(resolve)));
  }
});
