import { closeCharts } from './charts/index.js';
import { createBot } from './bot.js';
import { loadDice } from './dice/index.js';
import { connectGateway, openWatch } from './discord/index.js';
import type { Gateway } from './discord/index.js';
import { serveHealth } from './health.js';
import { openLedger } from './ledger/index.js';
import { openWatching } from './party/index.js';
import { createMeter } from './meter.js';
import { openPort } from './ports.js';
import { run } from './program.js';

/** The bot, connected to Discord's gateway; without a token, to a stand-in for Discord on this machine. */
await run(async ({ config, log, onEnd, stop }) => {
  const meter = createMeter();
  let gateway: Gateway | undefined = undefined;
  if (config.health !== undefined) {
    const { health } = config;
    const isReady = () => gateway?.isReady() ?? false;
    const opened = await openPort('HEALTH_PORT', health.port, () => serveHealth(health, meter, isReady));
    onEnd('the health port', () => opened.close());
  }
  const ledger = await openLedger(config.ledger, log, { meter: meter.ledger });
  onEnd('the ledger', (left) => ledger.close(left()));
  // at the table it would keep everyone waiting
  await loadDice();
  onEnd('the charts', closeCharts);
  const openPlayground = async () => {
    // a third of a second to load, and not needed with a token
    const { startPlayground } = await import('./playground/index.js');
    const { playgroundPort: port } = config;
    const playground = await openPort('PLAYGROUND_PORT', port, () => startPlayground({ port }));
    onEnd('the playground', () => playground.close());
    if (playground.isElsewhere)
      process.stdout.write(`\nPLAYGROUND_PORT is ${port}, which another program has; this is a free one.\n`);
    process.stdout.write(`\nThe playground is open at ${playground.url}\n\n`);
    return playground;
  };
  const { token, api } = config.discord ?? (await openPlayground());
  const address = { token, ...(api !== undefined && { api }) };
  const watch = openWatch({ ...address, watching: openWatching(ledger), log, meter: meter.watch });
  onEnd('feeds and boards', (left) => watch.close(left));
  const connected = await connectGateway({
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
  onEnd('what was being answered', (left) => connected.close(left));
  gateway = connected;
  meter.shards(() => connected.shards());
});
