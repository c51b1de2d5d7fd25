import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MessageType, PermissionFlagsBits } from 'discord.js';
import { answerOf, bot, until } from './bot.js';

/** Over the real discord.js client and a real socket. */
const at = bot();
const [session, feed, board] = ['1300000000000000002', '1300000000000000004', '1300000000000000005'];

/** What the one who chose the channels was told, by title. */
const toldOf = (title: string) =>
  at.mara.directMessages().flatMap(({ embeds: [embed] }) => (embed?.title === title ? [embed] : []));
/** What is to be read on each message of the bot's own in a channel; not that one was pinned. */
const boards = (channel = board) =>
  at.discord.messages
    .in(channel)
    .flatMap(({ embeds: [embed] }) =>
      embed === undefined ? [] : [`${embed.title ?? ''}\n${embed.description ?? ''}`],
    );
const shows = (text: string, channel = board) =>
  until(() => boards(channel).at(-1)?.includes(text) === true, `no board shows ${text}`);
const edits = () =>
  at.discord.requests.filter(({ method, path }) => method === 'PATCH' && path.includes(`/channels/${board}/`))
    .length;
const channelOf = (id: string) => {
  const channel = at.discord.world.channels.find((one) => one.id === id);
  if (channel === undefined) throw new Error('there is no such channel');
  return channel;
};

beforeAll(async () => {
  await at.tomas.type('/hp character add name:Thorin max:31');
  await at.ines.type('/hp character add name:Lia max:24');
  await at.mara.type('/hp character add name:Ogre max:59 kind:creature hidden:true');
});
beforeEach(() => {
  at.discord.faults.loseAnswer = () => false;
});

describe('the board', () => {
  test('shows the party at once, and is pinned', async () => {
    await at.mara.type('/hp settings board channel:#hp-board');
    await shows('31 / 31');
    expect(boards()[0]).toContain('The party');
    expect(boards()[0]).toMatch(/\*\*Ogre\*\* \S+ Healthy/);
    await until(() => at.discord.messages.pinnedIn(board).length === 1);
  });

  test('is edited as things change, seldom however much happens, and ends in how things are', async () => {
    await at.tomas.type('/hp damage amount:1 target:Thorin');
    await shows('30 / 31');
    const before = edits();
    for (let i = 0; i < 30; i++)
      await at.mara.type(`/hp damage amount:1 target:${i % 2 === 0 ? 'Thorin' : 'Lia'}`);
    await shows('15 / 31');
    await shows('9 / 24');
    expect(edits() - before).toBeLessThan(10);
    expect(boards()).toHaveLength(1);
  });

  test('has no number of a hidden creature', async () => {
    await at.mara.type('/hp damage amount:31 target:Ogre');
    await shows('Bloodied');
    expect(boards()[0]).not.toMatch(/59|28/);
  });

  test('follows the roster too', async () => {
    await at.mara.type('/hp character rename target:Ogre name:Grom');
    await shows('**Grom**');
    await at.ines.type('/hp character retire target:Lia');
    await until(() => boards().at(-1)?.includes('Lia') === false);
  });

  test('is posted anew once it is deleted, when something happens', async () => {
    const [message] = at.discord.messages.in(board);
    if (message === undefined) throw new Error('there is no board');
    at.discord.messages.delete(message.id);
    await at.tomas.type('/hp heal amount:1 target:Thorin');
    await shows('16 / 31');
    expect(boards()).toHaveLength(1);
    await until(() => at.discord.messages.pinnedIn(board).length === 1);
  });

  test('moves with the setting: one message, also where Discord’s answers are lost', async () => {
    let lost = 0;
    at.discord.faults.loseAnswer = (method, path) =>
      method === 'POST' && path.endsWith(`/channels/${feed}/messages`) && lost++ < 1;
    await at.mara.type('/hp settings board channel:#hp-feed');
    await shows('16 / 31', feed);
    await until(() => at.discord.messages.pinnedIn(feed).length === 1);
    expect(lost).toBeGreaterThan(1);
    expect(boards(feed)).toHaveLength(1);
    expect(boards()).toHaveLength(0);
  });

  test('stands where the bot may not pin it', async () => {
    const { ViewChannel, SendMessages, EmbedLinks, ReadMessageHistory } = PermissionFlagsBits;
    channelOf(session).permissions = ViewChannel | SendMessages | EmbedLinks | ReadMessageHistory;
    await at.mara.type('/hp settings board channel:#session-zero');
    await until(() => boards(session).some((text) => text.startsWith('The party')));
    await until(() => toldOf('The board is not pinned').length === 1);
    expect(toldOf('The board is not pinned')[0]?.description).toContain(
      'I need the permissions Pin Messages',
    );
    await at.tomas.type('/hp damage amount:1 target:Thorin');
    // among the answers, which are there too
    await until(() =>
      boards(session).some((text) => text.startsWith('The party') && text.includes('15 / 31')),
    );
    delete channelOf(session).permissions;
  });

  test('that can’t be kept is told of once to who chose it, and by the settings', async () => {
    channelOf(session).permissions = 0n;
    await at.tomas.type('/hp heal amount:1 target:Thorin');
    await until(() => toldOf('The board has ended').length > 0);
    delete channelOf(session).permissions;
    expect(at.mara.directMessages()).toHaveLength(2);
    expect(await answerOf(at, await at.mara.type('/hp settings view'))).toContain('I may not write in');
  });

  test('takes its message along when it is turned off', async () => {
    await at.mara.type('/hp settings board channel:#hp-board');
    await shows('16 / 31');
    await at.mara.type('/hp settings board');
    await until(() => boards().length === 0);
  });
});

describe('a pin', () => {
  afterEach(() => {
    at.discord.faults.loseRequest = () => false;
  });
  const notices = () =>
    at.discord.messages.in(board).filter(({ type }) => type === MessageType.ChannelPinnedMessage);

  test('that fails is tried again and holds up nothing; what Discord says of it is taken away', async () => {
    let lost = 0;
    let isLosing = true;
    at.discord.faults.loseRequest = (method, path) => {
      const isLost = isLosing && method === 'PUT' && path.includes('/pins/');
      if (isLost) lost++;
      return isLost;
    };
    await at.mara.type('/hp settings board channel:#hp-board');
    await until(() => lost > 1);
    await at.tomas.type('/hp damage amount:1 target:Thorin');
    await shows('15 / 31');
    expect(at.discord.messages.pinnedIn(board)).toEqual([]);
    isLosing = false;
    await until(() => at.discord.messages.pinnedIn(board).length === 1);
    await until(() => notices().length === 0);
  });

  test('for which there is no room is told of once', async () => {
    await at.mara.type('/hp settings board');
    await until(() => boards().length === 0);
    const { messages } = at.discord;
    while (messages.pinnedIn(board).length < 250)
      messages.pin(messages.post({ content: 'x' }, { channel: board }).message.id);
    const before = toldOf('The board is not pinned').length;
    await at.mara.type('/hp settings board channel:#hp-board');
    await until(() => toldOf('The board is not pinned').length === before + 1);
    expect(toldOf('The board is not pinned').at(-1)?.description).toContain('250 pinned messages');
    await at.tomas.type('/hp damage amount:1 target:Thorin');
    await shows('14 / 31');
    expect(toldOf('The board is not pinned')).toHaveLength(before + 1);
  });
});

describe('a channel that the bot can’t post in', () => {
  const { ViewChannel, SendMessages, EmbedLinks, ReadMessageHistory } = PermissionFlagsBits;
  const enough = ViewChannel | SendMessages | EmbedLinks | ReadMessageHistory;
  const chosen = async (which: string, channel: string) =>
    answerOf(at, await at.mara.type(`/hp settings ${which} channel:${channel}`));
  afterEach(() => {
    for (const channel of at.discord.world.channels) delete channel.permissions;
  });

  test.each([
    ['board', enough & ~ViewChannel, 'I lack **View Channel**.'],
    ['board', enough & ~ReadMessageHistory, 'I lack **Read Message History**.'],
    ['feed', ViewChannel, 'I lack **Send Messages** and **Embed Links**.'],
    ['feed', enough & ~EmbedLinks, 'I lack **Embed Links**.'],
  ])('is refused at once for the %s, with what is missing', async (which, held, missing) => {
    channelOf(feed).permissions = held;
    const answer = await chosen(which, '#hp-feed');
    expect(answer).toContain(`I can’t post in <#${feed}>: there I ${missing.slice(2)}`);
    expect(answer).toContain('Edit Channel → Permissions');
    expect(await answerOf(at, await at.mara.type('/hp settings view'))).not.toContain(`<#${feed}>`);
  });

  test('is not the one in which the command is typed', async () => {
    channelOf(session).permissions = 0n;
    expect(await chosen('feed', '#hp-feed')).toContain(`<#${feed}>`);
    channelOf(feed).permissions = enough & ~ReadMessageHistory;
    expect(await chosen('feed', '#hp-feed')).toContain('From now on');
  });
});
