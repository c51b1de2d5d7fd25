import { describe, expect, test } from '@jest/globals';
import { openWatching } from '../../src/party/index.js';
import type { Requested } from '../../src/playground/index.js';
import { boards, hit, isRight, openBoard } from './boards.js';
import type { Seat } from './boards.js';
import { until } from './bot.js';

const minute = 60_000;
const limits = {
  none: undefined,
  'three in 20 s': { most: 3, window: 20_000 },
  'five in five minutes': { most: 5, window: 5 * minute },
};
/** How old a board is at first, the oldest first. Minutes. */
const ages = { '24 h': 24 * 60, '2 h': 120, '50 min': 50 };
type Age = keyof typeof ages;

const cases = (Object.keys(ages) as Age[]).flatMap((age) =>
  Object.entries(limits).map(([name, limit]) => ({ age, name, limit })),
);
const at = boards(cases.length + 2);
const seatOf = (index: number): Seat => {
  const seat = at.seats[index];
  if (seat === undefined) throw new Error('there are not so many');
  return seat;
};
/** By the stand-in's clock. @returns how long it took. Milliseconds. */
const rightAfter = async (seat: Seat) => {
  const begun = at.now();
  await until(() => isRight(at, seat), `a board does not show ${seat.left}`);
  return at.now() - begun;
};
const inTurn = () => new Promise((resolve) => setTimeout(resolve, 200));

describe('a board under Discord’s limit on edits of messages that are more than an hour old', () => {
  const refused: Requested[] = [];

  test('is right soon after a single change, and soon after the end of a burst', async () => {
    const limitOf = new Map(cases.map(({ limit }, index) => [seatOf(index).channel, limit]));
    at.discord.faults.oldEdits = (channel) => limitOf.get(channel);
    at.discord.on('request', (request) => {
      if (request.status === 429) refused.push(request);
    });
    for (const [index, age] of Object.keys(ages).entries()) {
      const ofAge = cases.flatMap((one, seat) => (one.age === age ? [seatOf(seat)] : []));
      await Promise.all(ofAge.map((seat) => openBoard(at, seat)));
      const [older = 0, younger = 0] = Object.values(ages).slice(index);
      at.ahead += (older - younger) * minute;
    }
    await at.restart();
    const figures = await Promise.all(
      cases.map(async ({ age, name }, index) => {
        const seat = seatOf(index);
        await hit(seat);
        const single = await rightAfter(seat);
        // more often than any of the limits allows
        const [enough, patience] = [seat.shown.length + 6, Date.now() + 60_000];
        for (; seat.shown.length < enough; await inTurn()) {
          if (Date.now() > patience) throw new Error('a board is not kept');
          await hit(seat);
        }
        for (let i = 0; i < 3; i++) await hit(seat);
        const burst = await rightAfter(seat);
        return { age, limit: name, single, burst };
      }),
    );
    const lines = figures.map(
      ({ age, limit, single, burst }) =>
        `  ${age.padEnd(6)}  ${limit.padEnd(20)}  ${seconds(single)} s after a change  ${seconds(burst)} s after a burst`,
    );
    process.stdout.write(`A board of an age, under a limit, is right:\n${lines.join('\n')}\n`);
    expect(refused).toEqual([]);
  }, 120_000);

  test('is one message, pinned, without a word of Discord’s about that', async () => {
    for (const [index] of cases.entries()) {
      const { channel } = seatOf(index);
      await until(() => at.discord.messages.in(channel).length === 1, 'there is more than a board');
      await until(() => at.discord.messages.pinnedIn(channel).length === 1, 'it is not pinned');
    }
  });

  test('that passes its hour is replaced once, though two processes see it, and notifies no one', async () => {
    const seat = seatOf(cases.length);
    await openBoard(at, seat);
    const [first] = at.discord.messages.in(seat.channel);
    at.ahead += 70 * minute;
    await at.restart();
    const other = at.openWatch(await at.openLedger());
    try {
      const posts = seat.shown.length;
      await hit(seat);
      other.wake(seat.server);
      await rightAfter(seat);
      await until(() => at.discord.messages.in(seat.channel).length === 1, 'there is more than a board');
      const [second] = at.discord.messages.in(seat.channel);
      expect(second?.id).not.toBe(first?.id);
      expect((second?.flags ?? 0) & 4_096).toBe(4_096);
      await until(() => at.discord.messages.pinnedIn(seat.channel).length === 1, 'it is not pinned');
      expect(seat.shown.slice(posts)).toEqual(expect.not.arrayContaining([seat.left + 1]));
      expect(at.discord.messages.pinnedIn(seat.channel)[0]?.message.id).toBe(second?.id);
    } finally {
      await other.close();
    }
  });

  test('is replaced once, though the process that had claimed it was killed before or after it posted', async () => {
    const seat = seatOf(cases.length + 1);
    await openBoard(at, seat);
    const watching = openWatching(at.ledger);
    for (const hasPosted of [false, true]) {
      at.ahead += 70 * minute;
      await at.watch.close();
      const { roster, state } = await watching.boardNow(seat.server, 0);
      const by = roster.settings.board;
      if (!by || state.message === null) throw new Error('there is no board');
      const nonce = `killed-${hasPosted ? 'late' : 'early'}`;
      const details = { nonce, replaces: state.message };
      expect(await watching.recordBoard(seat.server, by, { type: 'claim', details })).toBe(true);
      const posted = hasPosted ? await postAs(nonce, seat.channel) : undefined;
      at.watch = at.openWatch(at.ledger);
      await hit(seat);
      await rightAfter(seat);
      await until(() => at.discord.messages.in(seat.channel).length === 1, 'there is more than a board');
      const [now] = at.discord.messages.in(seat.channel);
      expect(now?.id).not.toBe(state.message);
      if (posted !== undefined) expect(now?.id).toBe(posted);
    }
  });
});

/** Posts what the killed process had posted. @returns its id. */
async function postAs(nonce: string, channel: string): Promise<string> {
  const { api, token } = at.discord;
  const response = await fetch(`${api}/v10/channels/${channel}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ embeds: [{ title: 'The party' }], nonce, enforce_nonce: true }),
  });
  return ((await response.json()) as { id: string }).id;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(1);
}
