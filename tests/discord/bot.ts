import { afterAll, beforeAll } from '@jest/globals';
import { createCommands } from '../../commands/index.js';
import { connectGateway, openWatch } from '../../src/discord/index.js';
import type { Gateway, Watch } from '../../src/discord/index.js';
import { closeCharts } from '../../src/charts/index.js';
import { loadDice } from '../../src/dice/index.js';
import { openLedger } from '../../src/ledger/index.js';
import { createLog } from '../../src/log.js';
import type { Ledger } from '../../src/ledger/index.js';
import { openParty, openWatching } from '../../src/party/index.js';
import type { Watching } from '../../src/party/index.js';
import { startStandIn } from '../../src/playground/index.js';
import type { Client, Outcome, StandIn } from '../../src/playground/index.js';
import { storeProxy } from '../support/store-proxy.js';
import type { StoreProxy } from '../support/store-proxy.js';
import { testStore } from '../support/store.js';
import type { TestStore } from '../support/store.js';

/** The bot, connected by discord.js to a stand-in for Discord, on a real store. */
export interface Bot {
  discord: StandIn;
  proxy: StoreProxy;
  ledger: Ledger;
  gateway: Gateway;
  watch: Watch;
  /** How often the watch has looked whether there is something to post. */
  looks: { feed: number; board: number };
  /** What the bot logged, as pino wrote it. */
  logged: { level: number; msg: string }[];
  mara: Client;
  tomas: Client;
  ines: Client;
}

export interface BotOptions {
  /** Puts something between the bot and Discord's REST interface. @returns its address. */
  through?: (api: string) => Promise<string>;
}

/** Starts all of it for a test file, and ends it afterwards. */
export function bot({ through }: BotOptions = {}): Bot {
  const made = {} as Bot & { store: TestStore };
  beforeAll(async () => {
    made.store = await testStore();
    made.proxy = await storeProxy(made.store.endpoint);
    const { table, region } = made.store;
    made.ledger = await openLedger({ store: 'endpoint', endpoint: made.proxy.endpoint, table, region });
    // as the program does when it starts
    await loadDice();
    made.discord = await startStandIn();
    made.logged = [];
    const write = (line: string) => void made.logged.push(JSON.parse(line) as Bot['logged'][number]);
    const log = createLog('debug', { write });
    const { token } = made.discord;
    const api = (await through?.(made.discord.api)) ?? made.discord.api;
    made.looks = { feed: 0, board: 0 };
    const watching = counted(openWatching(made.ledger), made.looks);
    made.watch = openWatch({ token, api, watching, log, boardPause: 200 });
    const commands = createCommands({
      party: openParty(made.ledger, (server) => made.watch.wake(server)),
      chance: { next: () => 9 },
      onFault: (err) => log.error({ err }, 'a command failed'),
      onForbidden: ({ code }) => log.info({ code }, 'forbidden'),
    });
    const registered = new Promise((resolve) => made.discord.once('commands', resolve));
    const onServers = (servers: string[]) => made.watch.look(servers);
    made.gateway = await connectGateway({ token, api, commands, log, onServers, onLost: () => undefined });
    await registered;
    made.mara = made.discord.as('Mara');
    made.tomas = made.discord.as('Tomas');
    made.ines = made.discord.as('Ines');
  });
  afterAll(async () => {
    made.proxy.fate = () => 'pass';
    await made.gateway.close();
    await made.watch.close();
    await made.discord.close();
    await made.ledger.close();
    await closeCharts();
    await made.proxy.close();
    await made.store.close();
  });
  return made;
}

/** Counts the looks once they have seen what there is. */
function counted(watching: Watching, looks: Bot['looks']): Watching {
  return {
    ...watching,
    feedNow: (server, maxAge) => watching.feedNow(server, maxAge).finally(() => looks.feed++),
    boardNow: (server, maxAge) => watching.boardNow(server, maxAge).finally(() => looks.board++),
  };
}

/** All that is to be read in the message that an interaction led to, as it is now. */
export function textOf({ discord }: Pick<Bot, 'discord'>, outcome: Outcome): string {
  if (outcome.kind === 'failed') return outcome.reason;
  if (outcome.kind !== 'message' && outcome.kind !== 'updated') return outcome.kind;
  const { message } = discord.messages.get(outcome.messageId);
  const texts = message.embeds.flatMap(({ title, description, fields = [] }) => [
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ]);
  return [message.content, ...texts].filter((text) => text !== undefined && text !== '').join('\n');
}

/** The same, once there is anything: on a slow machine an answer may be announced first. */
export async function answerOf(at: Pick<Bot, 'discord'>, outcome: Outcome): Promise<string> {
  await until(() => textOf(at, outcome) !== '');
  return textOf(at, outcome);
}

/** Waits until something is so, for a minute at most, also where a test has stopped `Date`. */
export async function until(isSo: () => boolean, what = 'it did not come to pass'): Promise<void> {
  for (const end = performance.now() + 60_000; !isSo();) {
    if (performance.now() > end) throw new Error(what);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
