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
  onEnd(() => ledger.close());
  // at the table it would keep everyone waiting
  await loadDice();
  onEnd(closeCharts);
  const openPlayground = async () => {
    // a third of a second to load, and not needed with a token
    const { startPlayground } = await import('./playground/index.js');
    const playground = await startPlayground({ port: config.playgroundPort });
    onEnd(() => playground.close());
    process.stdout.write(`\nThe playground is open at ${playground.url}\n\n`);
    return playground;
  };
  const { token, api } = config.discord ?? (await openPlayground());
  const address = { token, ...(api !== undefined && { api }) };
  const watch = openWatch({ ...address, watching: openWatching(ledger), log, meter: meter.watch });
  onEnd(() => watch.close());
  const gateway = await connectGateway({
    ...address,
    shards: config.shards,
    commands: createBot(ledger, log, (server) => watch.wake(server)),
    log,
    meter: meter.service,
    onServers: (servers) => watch.look(servers),
    onLost: (error) => {
      log.fatal(error.message);
      void stop(1);
    },
  });
  onEnd(() => gateway.close());
  meter.shards(() => gateway.shards());
  if (config.healthPort !== undefined) {
    const health = await serveHealth(config.healthPort, meter, () => gateway.isConnected());
    onEnd(() => new Promise((resolve) => health.close(resolve)));
  }
});
