import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { Client, Events } from 'discord.js';
import { WebSocket } from 'ws';
import { startPlayground, tavern } from '../../src/playground/index.js';
import type { Playground } from '../../src/playground/index.js';
import type { FromPage, ToPage } from '../../src/playground/protocol.js';
import { until } from '../discord/bot.js';

let playground: Playground;
let client: Client;
const opened: WebSocket[] = [];

beforeAll(async () => {
  playground = await startPlayground({ port: 0 });
  const { api, token } = playground;
  client = new Client({ intents: [], rest: { api } });
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isAutocomplete()) void interaction.respond([{ name: 'suggested', value: 'suggested' }]);
    else if (interaction.isButton()) void interaction.update({ content: 'pressed' });
    else if (interaction.isChatInputCommand()) {
      const components = [
        { type: 1, components: [{ type: 2, style: 2, label: 'Press', custom_id: 'press' }] },
      ];
      const ephemeral = interaction.options.getString('word') === 'secret';
      void interaction.reply({ content: 'pong', components, ...(ephemeral && { flags: 64 }) });
    }
  });
  await client.login(token);
  await client.rest.put('/applications/1300000000000000003/commands', {
    body: [
      {
        name: 'ping',
        description: 'x',
        options: [{ type: 3, name: 'word', description: 'x', autocomplete: true }],
      },
    ],
  });
});
afterAll(async () => {
  for (const socket of opened) socket.terminate();
  await client.destroy();
  await playground.close();
});

/** One window of the page. */
async function openWindow(person: string) {
  const socket = new WebSocket(`${playground.url.replace('http', 'ws')}/page?as=${person}`);
  opened.push(socket);
  const heard: ToPage[] = [];
  socket.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString()) as ToPage));
  await until(() => heard.length > 0);
  const said = <Kind extends ToPage['kind']>(kind: Kind) =>
    heard.filter((one): one is Extract<ToPage, { kind: Kind }> => one.kind === kind);
  return { socket, said, say: (message: FromPage) => socket.send(JSON.stringify(message)) };
}
const channelId = tavern.channels[0]?.id ?? '';
const [mara, tomas] = ['1300000000000000011', '1300000000000000012'];

describe('a window', () => {
  test('is told who is here, what can be typed, and whether the bot is', async () => {
    const window = await openWindow(tomas);
    const [hello] = window.said('hello');
    expect(hello?.person.name).toBe('Tomas');
    expect(hello?.people.map(({ role }) => role)).toEqual([
      'Manages the server',
      'Adventurers',
      'Adventurers',
    ]);
    expect(hello?.commands.map(({ name }) => name)).toEqual(['ping']);
    expect(hello?.botOnline).toBe(true);
  });

  test('sees what the other causes, at once, and not what is for the other alone', async () => {
    const [one, other] = [await openWindow(tomas), await openWindow(mara)];
    const commandId = one.said('hello')[0]?.commands[0]?.id ?? '';
    one.say({ kind: 'command', nonce: 'a', channelId, commandId, options: [] });
    await until(() => other.said('message').length === 1 && one.said('acknowledged').length === 1);
    expect(other.said('message')[0]?.message.content).toBe('pong');
    one.say({
      kind: 'command',
      nonce: 'b',
      channelId,
      commandId,
      options: [{ name: 'word', type: 3, value: 'secret' }],
    });
    await until(() => one.said('message').length === 2);
    expect(other.said('message')).toHaveLength(1);
    const messageId = other.said('message')[0]?.message.id ?? '';
    other.say({ kind: 'press', nonce: 'c', messageId, customId: 'press' });
    await until(() => one.said('message').length === 3);
    expect(one.said('message')[2]?.message).toMatchObject({ id: messageId, content: 'pressed' });
  });

  test('is told of every channel, and of what the bot writes to this person alone', async () => {
    const [one, other] = [await openWindow(tomas), await openWindow(mara)];
    const [hello] = one.said('hello');
    const names = hello?.channels.map(({ name }) => name);
    expect(names).toEqual(['session-zero', 'hp-feed', 'hp-board']);
    const feed = hello?.channels[1]?.id ?? '';
    const commandId = hello?.commands[0]?.id ?? '';
    one.say({ kind: 'command', nonce: 'a', channelId: feed, commandId, options: [] });
    await until(() => other.said('message').length === 1);
    expect(other.said('message')[0]?.message.channel_id).toBe(feed);
    one.say({ kind: 'command', nonce: 'b', channelId: '1', commandId, options: [] });
    await until(() => one.said('failed').length === 1);
    expect(one.said('failed')[0]).toMatchObject({ nonce: 'b', reason: 'this channel is not there any more' });
    const direct = await client.users.createDM(tomas);
    expect(direct.id).toBe(hello?.directChannel);
    await direct.send('to you alone');
    await until(() => one.said('message').length === 2);
    expect(one.said('message')[1]?.message).toMatchObject({ channel_id: direct.id, content: 'to you alone' });
    expect(other.said('message')).toHaveLength(1);
    const again = await openWindow(tomas);
    expect(again.said('hello')[0]?.messages.at(-1)?.content).toBe('to you alone');
  });

  test('is told what an option can become, and what went wrong', async () => {
    const window = await openWindow(tomas);
    const commandId = window.said('hello')[0]?.commands[0]?.id ?? '';
    const options = [{ name: 'word', type: 3, value: 'x', focused: true }];
    window.say({ kind: 'autocomplete', nonce: 'a', channelId, commandId, options });
    await until(() => window.said('choices').length === 1);
    expect(window.said('choices')[0]).toMatchObject({ nonce: 'a', choices: [{ value: 'suggested' }] });
    window.say({ kind: 'command', nonce: 'b', channelId, commandId: '1', options: [] });
    window.say({ kind: 'press', nonce: 'c', messageId: '1', customId: 'x' });
    window.say({ kind: 'choose', nonce: 'd', channelId, commandId, targetId: '1' });
    window.say({ kind: 'submit', nonce: 'e', modalId: '1', values: {} });
    const word = { name: 'word', type: 3, value: 'x' };
    const wrong = [
      [{ ...word, name: 'other' }],
      [{ ...word, type: 4 }],
      [{ ...word, value: 1 }],
      [word, word],
    ];
    for (const [index, given] of wrong.entries())
      window.say({ kind: 'command', nonce: `f${index}`, channelId, commandId, options: given });
    await until(() => window.said('failed').length === 8);
    const nonces = window.said('failed').map(({ nonce }) => nonce);
    expect(nonces.sort()).toEqual(['b', 'c', 'd', 'e', 'f0', 'f1', 'f2', 'f3']);
  });

  test.each([
    ['of a foreign page', { origin: 'https://example.com' }],
    ['of another page on this machine', { origin: 'http://127.0.0.1:1' }],
    ['by another name for this machine', { host: 'rebound.example.com' }],
  ])('%s is not let in', async (_, headers) => {
    for (const path of ['page', 'gateway?v=10']) {
      const socket = new WebSocket(`${playground.url.replace('http', 'ws')}/${path}`, { headers });
      const [error] = (await once(socket, 'error')) as [Error];
      expect(error.message).toBe('socket hang up');
    }
  });

  test('at an address that is none is turned away', async () => {
    const socket = new WebSocket(`${playground.url.replace('http', 'ws')}//`);
    const [error] = (await once(socket, 'error')) as [Error];
    expect(error.message).toBe('socket hang up');
  });

  test('that says what is no message of a page is closed', async () => {
    const { socket } = await openWindow(tomas);
    socket.send('{"kind":"unknown"}');
    expect((await once(socket, 'close'))[0]).toBe(1003);
  });

  test('is told when the bot goes and comes, and what it can do then', async () => {
    const window = await openWindow(tomas);
    await client.rest.put('/applications/1300000000000000003/commands', { body: [] });
    await until(() => window.said('commands').length === 1);
    expect(window.said('commands')[0]?.commands).toEqual([]);
    await client.destroy();
    await until(() => window.said('bot').length === 1);
    expect(window.said('bot')[0]?.online).toBe(false);
  });
});

test('where its port is taken, the playground opens on another', async () => {
  const other = await startPlayground({ port: Number(new URL(playground.url).port) });
  expect(other.url).not.toBe(playground.url);
  await other.close();
});
