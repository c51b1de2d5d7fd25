import { afterAll, beforeAll } from '@jest/globals';
import { createCommands } from '../../commands/index.js';
import { openWatch } from '../../src/discord/index.js';
import type { Watch } from '../../src/discord/index.js';
import { loadDice } from '../../src/dice/index.js';
import { openLedger } from '../../src/ledger/index.js';
import type { Ledger } from '../../src/ledger/index.js';
import { createLog } from '../../src/log.js';
import { openParty, openWatching } from '../../src/party/index.js';
import { startStandIn, tavern } from '../../src/playground/index.js';
import type { StandIn } from '../../src/playground/index.js';
import { interactionId, mara, Table } from '../commands/table.js';
import { testStore } from '../support/store.js';
import type { TestStore } from '../support/store.js';
import { until } from './bot.js';

/** A server with a board in a channel of its own. */
export interface Seat {
  channel: string;
  server: string;
  table: Table;
  /** Hit points as they should be. */
  left: number;
  /** What the bot posted there or edited, in that order: the hit points that it showed. */
  shown: number[];
}

/** Many servers on one stand-in, looked after by one watch; commands are given by hand, not over Discord. */
export interface Boards {
  discord: StandIn;
  ledger: Ledger;
  watch: Watch;
  /** How far the stand-in's clock is ahead. Milliseconds. */
  ahead: number;
  now: () => number;
  seats: Seat[];
  logged: string[];
  /** Begins a process anew, with nothing remembered of what the last one did. */
  restart(): Promise<void>;
  openLedger(): Promise<Ledger>;
  openWatch(ledger: Ledger): Watch;
}

export const maximum = 9_000;

/** @param count of servers. @param options.speed of the windows of Discord's limits. @param options.boardPause left out: the usual one. */
export function boards(count: number, options: { speed?: number; boardPause?: number } = {}): Boards {
  const at = { ahead: 0, seats: [], logged: [] } as unknown as Boards & { store: TestStore };
  const { speed = 1, ...watching } = options;
  const opened: Ledger[] = [];
  at.now = () => Date.now() + at.ahead;
  at.openLedger = async () => {
    const { table, region, endpoint } = at.store;
    const ledger = await openLedger({ store: 'endpoint', endpoint, table, region });
    opened.push(ledger);
    return ledger;
  };
  at.openWatch = (ledger) => {
    const { api, token } = at.discord;
    const log = createLog('debug', { write: (line: string) => void at.logged.push(line) });
    return openWatch({ token, api, log, watching: openWatching(ledger), ...watching });
  };
  at.restart = async () => {
    await at.watch.close();
    at.watch = at.openWatch(at.ledger);
  };
  beforeAll(async () => {
    await loadDice();
    at.store = await testStore();
    const channels = Array.from({ length: count }, (_, i) => ({
      id: `13000000000000001${String(i).padStart(2, '0')}`,
      name: `board-${i}`,
    }));
    at.discord = await startStandIn({ world: { ...tavern, channels }, now: at.now, speed });
    at.ledger = await at.openLedger();
    at.watch = at.openWatch(at.ledger);
    const commands = createCommands({
      party: openParty(at.ledger, (server) => at.watch.wake(server)),
      chance: { next: () => 9 },
      onFault: (error) => at.logged.push(String(error)),
      onForbidden: () => undefined,
    });
    at.seats = channels.map(({ id: channel }) => {
      const server = interactionId();
      return { channel, server, table: new Table(commands, server, at.ledger), left: maximum, shown: [] };
    });
    at.discord.messages.on('posted', ({ message }) => {
      const shown = hitPointsIn(message.embeds[0]?.description);
      if (shown !== undefined) at.seats.find((one) => one.channel === message.channel_id)?.shown.push(shown);
    });
  });
  afterAll(async () => {
    await at.watch.close();
    await at.discord.close();
    for (const ledger of opened) await ledger.close();
    await at.store.close();
  });
  return at;
}

function hitPointsIn(text: string | undefined): number | undefined {
  const found = new RegExp(`(\\d+) / ${maximum}`).exec(text?.replaceAll(/[,*]/g, '') ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}

/** Chooses the channel for the board, which is then there and pinned. */
export async function openBoard(at: Boards, { table, channel }: Seat): Promise<void> {
  await table.as(mara, 'character add', { name: 'Thorin', max: maximum });
  await table.as(mara, 'settings board', { channel });
  await until(() => at.discord.messages.pinnedIn(channel).length === 1, 'the board is not pinned');
  await until(() => at.discord.messages.in(channel).length === 1, 'the notice of the pin is not gone');
}

/** Something happens to the one who is on the board. */
export async function hit(seat: Seat): Promise<void> {
  await seat.table.as(mara, 'damage', { amount: '1', target: 'Thorin' });
  seat.left -= 1;
}

/** Whether the newest message of a channel is the board, and right. */
export function isRight(at: Boards, { channel, left }: Seat): boolean {
  return hitPointsIn(at.discord.messages.in(channel).at(-1)?.embeds[0]?.description) === left;
}
