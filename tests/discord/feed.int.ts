import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { PermissionFlagsBits } from 'discord.js';
import { pino } from 'pino';
import { openWatch } from '../../src/discord/index.js';
import { openWatching } from '../../src/party/index.js';
import { answerOf, bot, until } from './bot.js';

/** Over the real discord.js client and a real socket. */
const at = bot();
const feed = '1300000000000000004';
const server = '1300000000000000001';

/** What the feed shows, a line each, oldest first. */
const lines = (channel = feed) =>
  at.discord.messages
    .in(channel)
    .flatMap(({ embeds: [embed] }) => [
      ...(embed?.title === undefined ? [] : [embed.title]),
      ...(embed?.description ?? '').split('\n'),
    ]);
const versionsOf = (name: string, channel = feed) =>
  lines(channel)
    .filter((line) => line.includes(`**${name}**`))
    .map((line) => Number(/`v(\d+)/.exec(line)?.[1]));
const hasLines = (count: number) => until(() => lines().length >= count, `the feed has no ${count} lines`);

beforeAll(async () => {
  await at.tomas.type('/hp character add name:Thorin max:31');
  await at.ines.type('/hp character add name:Lia max:24');
  await at.mara.type('/hp character add name:Ogre max:59 kind:creature hidden:true');
  await at.mara.type('/hp settings feed channel:#hp-feed');
});
afterEach(() => {
  at.discord.faults.loseAnswer = () => false;
  at.discord.faults.delay = () => 0;
});

describe('the feed', () => {
  test('tells each entry once: version, hash, name, change, hit points, what, who, when and why', async () => {
    await at.tomas.type('/hp damage amount:7 type:fire target:Thorin note:a trap');
    await hasLines(1);
    expect(lines()[0]).toMatch(
      /^`v2 [\da-f]{12}` \*\*Thorin\*\* \*\*−7\*\* → 24 · damage · <@1300000000000000012> <t:\d+:R> “a trap”$/,
    );
  });

  test('begins with what happens after it was chosen', () => {
    expect(lines()).toHaveLength(1);
  });

  test('tells what one command did to several in one message', async () => {
    const before = at.discord.messages.in(feed).length;
    await at.mara.type('/hp damage amount:3 target:Thorin,Lia');
    await hasLines(3);
    expect(at.discord.messages.in(feed)).toHaveLength(before + 1);
    expect(versionsOf('Lia')).toEqual([2]);
  });

  test('has no number, no note and no hash of a hidden creature', async () => {
    await at.mara.type('/hp damage amount:31 target:Ogre note:31 of 59');
    await hasLines(4);
    expect(lines()[3]).toMatch(
      /^`v2` \*\*Ogre\*\* damage → 🩸 Bloodied · <@1300000000000000011> <t:\d+:R>$/u,
    );
  });

  test('is read by /hp verify, as it is copied', async () => {
    const verified = await at.tomas.type(`/hp verify target:Thorin line:${lines()[0] ?? ''}`);
    expect(await answerOf(at, verified)).toContain('✅ Still there: `v2 ');
  });

  test('tells which entry was taken back', async () => {
    await at.tomas.type('/hp undo target:Thorin');
    await hasLines(5);
    expect(lines()[4]).toContain('takes back v3');
  });

  test('posts an entry once where Discord’s answer is lost', async () => {
    let lost = 0;
    at.discord.faults.loseAnswer = (method, path) =>
      method === 'POST' && path.endsWith(`/channels/${feed}/messages`) && lost++ < 2;
    await at.tomas.type('/hp heal amount:1 target:Thorin');
    await until(() => lost > 1);
    at.discord.faults.loseAnswer = () => false;
    await at.tomas.type('/hp heal amount:2 target:Thorin');
    await until(() => versionsOf('Thorin').includes(6));
    expect(versionsOf('Thorin')).toEqual([2, 3, 4, 5, 6]);
  });

  test('holds up no answer, and none fails with it', async () => {
    at.discord.faults.delay = (_, path) => (path.includes(`/channels/${feed}/`) ? 5_000 : 0);
    const answers = await Promise.all([1, 2, 3].map(() => at.ines.type('/hp heal amount:1 target:Lia')));
    for (const answer of answers) expect(await answerOf(at, answer)).toContain('Lia');
    at.discord.faults.delay = () => 0;
    await until(() => versionsOf('Lia').length === 4);
    expect(versionsOf('Lia')).toEqual([2, 3, 4, 5]);
  });

  test('tells who chose the channel, once, when the bot may not write there any more; and goes on where it was', async () => {
    const channel = at.discord.world.channels.find(({ id }) => id === feed);
    if (channel === undefined) throw new Error('there is no channel');
    channel.permissions = PermissionFlagsBits.ViewChannel;
    await at.tomas.type('/hp damage amount:1 target:Thorin');
    await until(() => at.mara.directMessages().length > 0);
    await at.tomas.type('/hp damage amount:1 target:Thorin');
    expect(await answerOf(at, await at.mara.type('/hp settings view'))).toContain('I may not write in');
    const told = at.mara.directMessages().map(({ embeds: [embed] }) => embed?.description ?? '');
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`I may not write in <#${feed}>`);
    expect(told[0]).toContain('/hp settings feed');

    delete channel.permissions;
    await at.mara.type('/hp settings feed channel:#hp-feed');
    await until(() => versionsOf('Thorin').includes(8));
    expect(versionsOf('Thorin')).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(await answerOf(at, await at.mara.type('/hp settings view'))).not.toContain('I may not');
  });

  test('moves to another channel, and speaks the language of who chose it', async () => {
    const german = at.discord.as('Mara', { locale: 'de' });
    await german.type('/hp einstellungen chronik kanal:#hp-board');
    await at.tomas.type('/hp damage amount:1 target:Thorin');
    const board = '1300000000000000005';
    await until(() => lines(board).length > 0);
    expect(lines(board)[0]).toContain('Schaden');
    expect(versionsOf('Thorin', board)).toEqual([9]);
    await at.mara.type('/hp settings feed channel:#hp-feed');
  });

  test('that was away for long tells how far everyone is, instead of each entry', async () => {
    await at.tomas.type('/hp heal amount:1 target:Thorin');
    await until(() => versionsOf('Thorin').includes(10));
    await at.watch.close();
    for (let i = 0; i < 60; i++) await at.tomas.type('/hp heal amount:1 target:Thorin,Lia');
    const { api, token } = at.discord;
    const before = lines().length;
    at.watch = openWatch({ token, api, watching: openWatching(at.ledger), log: pino({ level: 'silent' }) });
    at.watch.look([server]);
    await hasLines(before + 4);
    const [title, thorin, lia, all] = lines().slice(before);
    expect(title).toBe('120 entries, all of them since I was last here');
    expect(thorin).toMatch(/^`v11` – `v70 [\da-f]{12}` \*\*Thorin\*\* 31 \/ 31$/);
    expect(lia).toMatch(/^`v6` – `v65 [\da-f]{12}` \*\*Lia\*\* 24 \/ 24$/);
    expect(all).toContain('/hp log');

    await at.ines.type('/hp heal amount:1 target:Lia');
    await until(() => versionsOf('Lia').includes(66));
  });

  test('that is turned off is silent', async () => {
    expect(await answerOf(at, await at.mara.type('/hp settings feed'))).toContain('nowhere');
    const again = await at.mara.type('/hp settings feed');
    expect(again).toMatchObject({ ephemeral: true });
    expect(await answerOf(at, again)).toContain('nothing was changed');
    const before = lines().length;
    await at.ines.type('/hp heal amount:1 target:Lia');
    await at.mara.type('/hp settings feed channel:#hp-feed');
    await at.ines.type('/hp heal amount:1 target:Lia');
    await hasLines(before + 1);
    expect(versionsOf('Lia').at(-1)).toBeGreaterThanOrEqual(67);
  });
});
