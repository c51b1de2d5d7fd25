/**
 * A run of tests of which each file starts what a test can start, and then hangs: see `left-behind.faults.ts`. Each file is a
 * worker of Jest's.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { startStandIn } from '../../src/playground/index.js';
import { browserOptions } from '../playground/browser.js';
import { Program } from '../support/program.js';
import { testStore } from '../support/store.js';

/** Starts all, and says so in the file that HP_LEDGER_STARTED names. */
export async function startAll({ browser }: { browser: boolean }): Promise<void> {
  const discord = await startStandIn();
  const store = await testStore();
  const env = { DISCORD_TOKEN: discord.token, DISCORD_API: discord.api, TABLE_NAME: store.table };
  const serving = new Program({ ...env, DYNAMODB_ENDPOINT: store.endpoint });
  await serving.says(/the commands (were registered at|at) Discord/);
  const paused = new Program({ ...env, DYNAMODB_ENDPOINT: store.endpoint });
  paused.pause();
  const { endpoint, table, region } = store;
  const config = JSON.stringify({ store: 'endpoint', endpoint, table, region });
  const worker = fork(fileURLToPath(new URL('./worker.js', import.meta.url)), [config], { execArgv: [] });
  await once(worker, 'message');
  if (browser) await chromium.launch(browserOptions);
  appendFileSync(process.env.HP_LEDGER_STARTED ?? '', 'started\n');
}
