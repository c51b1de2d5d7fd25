import { afterAll, beforeAll } from '@jest/globals';
import { createCommands, definitions } from '../../commands/index.js';
import {
  discordClock,
  inFlight,
  interactionsApp,
  interactionsPath,
  listen,
  openRest,
} from '../../src/discord/index.js';
import type { InteractionsOptions, Listening } from '../../src/discord/index.js';
import { closeCharts } from '../../src/charts/index.js';
import { loadDice } from '../../src/dice/index.js';
import { openLedger } from '../../src/ledger/index.js';
import { createLog } from '../../src/log.js';
import type { Ledger } from '../../src/ledger/index.js';
import { openParty } from '../../src/party/index.js';
import { startStandIn } from '../../src/playground/index.js';
import type { Client, StandIn } from '../../src/playground/index.js';
import { storeProxy } from '../support/store-proxy.js';
import type { StoreProxy } from '../support/store-proxy.js';
import { testStore } from '../support/store.js';
import type { TestStore } from '../support/store.js';

/** The bot, called over HTTP by a stand-in for Discord, on a real store. */
export interface HttpBot {
  discord: StandIn;
  proxy: StoreProxy;
  /** Where it takes interactions. */
  url: string;
  logged: { level: number; msg: string }[];
  mara: Client;
  tomas: Client;
}

/** Starts all of it for a test file, and ends it afterwards. */
export function httpBot(options: Pick<InteractionsOptions, 'admission'> = {}): HttpBot {
  const made = {} as HttpBot & { store: TestStore; ledger: Ledger; listening: Listening };
  beforeAll(async () => {
    made.store = await testStore();
    made.proxy = await storeProxy(made.store.endpoint);
    const { table, region } = made.store;
    made.ledger = await openLedger({ store: 'endpoint', endpoint: made.proxy.endpoint, table, region });
    await loadDice();
    made.discord = await startStandIn();
    made.logged = [];
    const write = (line: string) => void made.logged.push(JSON.parse(line) as HttpBot['logged'][number]);
    const log = createLog('debug', { write });
    const commands = createCommands({
      party: openParty(made.ledger),
      chance: { next: () => 9 },
      onFault: (err) => log.error({ err }, 'a command failed'),
      onForbidden: ({ code }) => log.info({ code }, 'forbidden'),
    });
    const { api, token, endpoint } = made.discord;
    const app = interactionsApp({
      ...options,
      publicKey: endpoint.publicKey,
      rest: openRest({ api }),
      serving: inFlight(),
      commands,
      clock: discordClock(),
      log,
    });
    made.listening = await listen(app, { port: 0, host: '127.0.0.1' });
    made.url = `http://127.0.0.1:${made.listening.port}${interactionsPath}`;
    endpoint.url = made.url;
    await openRest({ api, token }).put(`/applications/${made.discord.world.bot.id}/commands`, {
      body: definitions,
    });
    made.mara = made.discord.as('Mara');
    made.tomas = made.discord.as('Tomas');
  });
  afterAll(async () => {
    made.proxy.fate = () => 'pass';
    await made.listening.close();
    await made.discord.close();
    await made.ledger.close();
    await closeCharts();
    await made.proxy.close();
    await made.store.close();
  });
  return made;
}
