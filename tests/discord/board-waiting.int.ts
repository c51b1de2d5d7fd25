import { expect, test } from '@jest/globals';
import { boards, hit, isRight, openBoard } from './boards.js';
import type { Seat } from './boards.js';
import { until } from './bot.js';

/** Windows of 20 s, in which a channel takes five edits. */
const at = boards(9, { speed: 0.25, boardPause: 200 });

test('eight servers that wait hold up no ninth, and what waits is sent as it is then', async () => {
  await Promise.all(at.seats.map((seat) => openBoard(at, seat)));
  // nothing waits for its turn after what was done so far
  at.ahead += 60_000;
  await at.restart();
  const eight = at.seats.slice(0, 8);
  const [ninth] = at.seats.slice(8);
  if (ninth === undefined) throw new Error('there are not so many');
  await Promise.all(eight.map(useUp));
  // the limit on the bot as a whole is over, those on the channels are not
  at.ahead += 4_500;
  const refusals = () => at.discord.requests.filter(({ status }) => status === 429).length;
  await Promise.all(eight.map(hit));
  await until(() => refusals() >= 8, 'they do not wait');
  await hit(ninth);
  await until(() => isRight(at, ninth), 'the ninth board is not right');
  expect(eight.filter((seat) => isRight(at, seat))).toEqual([]);
  // what happens meanwhile begins no other try
  await Promise.all(eight.map(hit));
  await hit(ninth);
  await until(() => isRight(at, ninth), 'the ninth board is not right again');
  expect(refusals()).toBeLessThanOrEqual(8);

  const end = Date.now() + 60_000;
  while (Date.now() < end && !eight.every((seat) => isRight(at, seat)))
    await new Promise((resolve) => setTimeout(resolve, 100));
  for (const seat of eight) {
    expect(isRight(at, seat)).toBe(true);
    expect(seat.shown).not.toContain(seat.left + 1);
  }
}, 120_000);

/** Edits a board as often as its channel takes it, changing nothing. */
async function useUp({ channel }: Seat): Promise<void> {
  const { api, token, messages } = at.discord;
  const address = `${api}/v10/channels/${channel}/messages/${messages.in(channel)[0]?.id ?? ''}`;
  for (let i = 0; i < 5; i++)
    await fetch(address, {
      method: 'PATCH',
      headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ allowed_mentions: { parse: [] } }),
    });
}
