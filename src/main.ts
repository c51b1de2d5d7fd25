import { closeCharts } from './charts/index.js';
import { createBot } from './bot.js';
import { loadDice } from './dice/index.js';
import { connectGateway, openWatch } from './discord/index.js';
import { serveHealth } from './health.js';
import { openLedger } from './ledger/index.js';
import { openWatching } from './party/index.js';
import { createMeter } from './meter.js';
import { run } from './program.js';

/** The bot, connected to Discord's gateway; without a token, to a stand-in for Discord on this machine. */
await run(async ({ config, log, onEnd, stop }) => {
  const meter = createMeter();
  const ledger = await openLedger(config.ledger, log, { meter: meter.ledger });
  onEnd('the ledger', (left) => ledger.close(left()));
  // at the table it would keep everyone waiting
  await loadDice();
  onEnd('the charts', closeCharts);
  const openPlayground = async () => {
    // a third of a second to load, and not needed with a token
    const { startPlayground } = await import('./playground/index.js');
    const playground = await startPlayground({ port: config.playgroundPort });
    onEnd('the playground', () => playground.close());
    process.stdout.write(`\nThe playground is open at ${playground.url}\n\n`);
    return playground;
  };
  const { token, api } = config.discord ?? (await openPlayground());
  const address = { token, ...(api !== undefined && { api }) };
  const watch = openWatch({ ...address, watching: openWatching(ledger), log, meter: meter.watch });
  onEnd('feeds and boards', (left) => watch.close(left));
  const gateway = await connectGateway({
    ...address,
    shards: config.shards,
    commands: createBot(ledger, log, (server) => watch.wake(server)),
    log,
    meter: meter.service,
    giveUp: () => ledger.abandon(),
    onServers: (servers) => watch.look(servers),
    onLost: (error) => {
      log.fatal(error.message);
      void stop(1);
    },
  });
  onEnd('what was being answered', (left) => gateway.close(left));
  meter.shards(() => gateway.shards());
  if (config.healthPort !== undefined) {
    const health = await serveHealth(config.healthPort, meter, () => gateway.isConnected());
    onEnd('the health port', () => new Promise((resolve) => health.close(resolve)));
  }
});
