import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { openWatch } from '../../src/discord/index.js';
import { openWatching } from '../../src/party/index.js';
import { startStandIn } from '../../src/playground/index.js';
import type { StandIn } from '../../src/playground/index.js';
import { mara, tables, tomas } from '../commands/table.js';
import type { Table } from '../commands/table.js';
import { stopDate } from '../support/stopped-date.js';
import type { StoppedDate } from '../support/stopped-date.js';
import { until } from './bot.js';

/** Several programs keep the feed and the board of one server, and one of them is killed in the middle of it. */
const at = tables();
let discord: StandIn;
let date: StoppedDate;
let table: Table;
beforeEach(async () => {
  date = stopDate();
  // Discord's time is stopped too, and with it how long it remembers a nonce; what is posted comes after its claim
  discord = await startStandIn({ now: () => Date.now() + 1 });
  table = await at.open();
  await table.as(tomas, 'character add', { name: 'Thorin', max: 31 });
  date.advance(1_000);
});
afterEach(async () => {
  at.proxy.fate = () => 'pass';
  date.resume();
  await discord.close();
});

const posts = (channel: string) =>
  discord.requests.filter(({ method, path }) => method === 'POST' && path.endsWith(`/${channel}/messages`));
const shown = (channel: string) =>
  discord.messages.in(channel).flatMap(({ embeds: [embed] }) => (embed === undefined ? [] : [embed]));

/** A program that knows nothing yet looks at the server, and is gone once that is so; left out: once it has looked. */
async function look(isSo?: () => boolean): Promise<void> {
  const { api, token } = discord;
  const { ledger } = await at.open(table.server);
  const log = pino({ level: 'silent' });
  const watch = openWatch({ api, token, watching: openWatching(ledger), log });
  const before = at.proxy.requests.length;
  watch.look([table.server]);
  await until(isSo ?? (() => at.proxy.requests.length > before));
  await watch.close();
}

describe.each([
  ['feed', '1300000000000000004'],
  ['board', '1300000000000000005'],
])('of a %s, what a program has claimed', (which, channel) => {
  /** Lets something be posted there. */
  async function choose(): Promise<void> {
    await table.as(mara, `settings ${which}`, { channel });
    date.advance(1_000);
    await table.as(tomas, 'damage', { amount: '7', target: 'Thorin' });
  }

  test('is left to it for three seconds, and then posted by another', async () => {
    await choose();
    let lost = 0;
    discord.faults.loseRequest = (method, path) => method === 'POST' && path.includes(channel) && ++lost > 0;
    await look(() => lost > 0);
    discord.faults.loseRequest = () => false;

    date.advance(2_999);
    await look();
    expect(posts(channel)).toEqual([]);
    date.advance(1);
    await look();
    expect(posts(channel)).toHaveLength(1);
    expect(shown(channel)).toHaveLength(1);
  });

  test('is looked for where Discord may have forgotten it, and not posted again', async () => {
    await choose();
    at.proxy.fate = (operation) =>
      operation === 'PutItem' && posts(channel).length > 0
        ? { status: 400, type: 'AccessDeniedException' }
        : 'pass';
    await look(() => shown(channel).length > 0);
    at.proxy.fate = () => 'pass';

    date.advance(6 * 60_000);
    await look();
    expect(posts(channel)).toHaveLength(1);
    // what was claimed is done with: what comes next is posted, or shown
    await table.as(tomas, 'heal', { amount: '2', target: 'Thorin' });
    const next = which === 'feed' ? '→ 26' : '26 / 31';
    await look(() => JSON.stringify(shown(channel)).includes(next));
  });
});
