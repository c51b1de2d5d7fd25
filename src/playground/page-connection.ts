import { ChannelType, Locale, PermissionFlagsBits } from 'discord.js';
import type { APIApplicationCommand } from 'discord.js';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import { ClientError } from './client-error.js';
import { fromPage } from './from-page.js';
import type { FromPage, PlaygroundPerson, ToPage } from './protocol.js';
import type { Client } from './stand-in/client.js';
import type { Outcome } from './stand-in/outcome.js';
import { canSee } from './stand-in/messages.js';
import type { Posted } from './stand-in/messages.js';
import type { StandIn } from './stand-in/stand-in.js';
import type { Person, World } from './stand-in/world.js';

/** Messages of one channel that a window is told of when it opens, beside those that are pinned. */
const mostAtFirst = 200;
const colors = ['#e0a100', '#3ba55d', '#5b8def'];

/** How a person is shown on the page. */
function shown({ id, name, roles, permissions }: Person, index: number, world: World): PlaygroundPerson {
  const manages = (permissions & PermissionFlagsBits.ManageGuild) !== 0n;
  const named = world.roles.filter((one) => roles.includes(one.id)).map((one) => one.name);
  return {
    id,
    name,
    role: [...(manages ? ['Manages the server'] : []), ...named].join(', '),
    avatar: `/avatars/${index}.svg`,
    color: colors[index % colors.length] ?? '#888888',
  };
}

/** What everyone who speaks through a window is told of those who are here. */
function shownPeople(world: World) {
  const { bot } = world;
  return {
    people: world.people.map((one, index) => shown(one, index, world)),
    bot: { id: bot.id, name: bot.name, role: 'App', avatar: '/avatars/bot.svg', color: '#8b9bff' },
  };
}

/** Serves one window of the page. @param query who speaks through it (`as`), and in which Discord language (`locale`). */
export function pageConnection(socket: WebSocket, standIn: StandIn, query: URLSearchParams): void {
  const { world, gateway, messages, registry } = standIn;
  const person = world.people.find(({ id }) => id === query.get('as')) ?? world.people[0];
  if (person === undefined) return socket.close();
  const { data: locale = person.locale } = z.enum(Locale).safeParse(query.get('locale'));
  const clientIn = (channel?: string) => standIn.as(person.id, { locale, channel });
  const say = (message: ToPage) => socket.send(JSON.stringify(message));

  const posted = (one: Posted) => {
    if (canSee(one, person.id)) say({ kind: 'message', message: one.message });
  };
  const deleted = (one: Posted) => {
    if (canSee(one, person.id)) say({ kind: 'deleted', messageId: one.message.id });
  };
  const commands = (all: APIApplicationCommand[]) => say({ kind: 'commands', commands: all });
  const online = (isOnline: boolean) => say({ kind: 'bot', online: isOnline });
  messages.on('posted', posted).on('deleted', deleted);
  standIn.on('commands', commands);
  gateway.on('online', online);
  socket.on('close', () => {
    messages.off('posted', posted).off('deleted', deleted);
    standIn.off('commands', commands);
    gateway.off('online', online);
  });
  socket.on('error', () => socket.terminate());
  socket.on('message', (data: Buffer) => {
    const parsed = fromPage.safeParse(parseJson(data.toString()));
    if (!parsed.success) return socket.close(1003, 'not a message of the page');
    void answer(clientIn, parsed.data).then(say);
  });

  const { people, bot } = shownPeople(world);
  const { directChannel } = clientIn();
  const channels = world.channels.map(({ id, name, type = ChannelType.GuildText }) => ({ id, name, type }));
  say({
    kind: 'hello',
    person: people.find(({ id }) => id === person.id) ?? shown(person, 0, world),
    locale,
    people,
    bot,
    server: { id: world.guild.id, name: world.guild.name },
    roles: world.roles.map(({ id, name }) => ({ id, name })),
    channels,
    directChannel,
    commands: registry.all,
    messages: [...channels.map(({ id }) => id), directChannel].flatMap((id) =>
      messages
        .seenBy(person.id, id)
        .filter(({ pinned }, index, { length }) => pinned || index >= length - mostAtFirst),
    ),
    botOnline: gateway.online,
  });
}

/** How a person does something in a channel; left out: in the first. */
type ClientIn = (channel?: string) => Client;

/** Does what the page asks, and says what became of it; messages come to every window by themselves. */
async function answer(clientIn: ClientIn, asked: FromPage): Promise<ToPage> {
  const { nonce } = asked;
  try {
    return toPage(nonce, await outcomeOf(clientIn, asked));
  } catch (error) {
    if (error instanceof ClientError) return { kind: 'failed', nonce, reason: error.message };
    throw error;
  }
}

function outcomeOf(clientIn: ClientIn, asked: FromPage): Promise<Outcome> {
  switch (asked.kind) {
    case 'command':
      return clientIn(asked.channelId).command(asked);
    case 'autocomplete':
      return clientIn(asked.channelId).autocomplete(asked);
    case 'choose':
      return clientIn(asked.channelId).choose(asked.commandId, asked.targetId);
    case 'press':
      return clientIn().press(asked.messageId, asked.customId, asked.values);
    case 'submit':
      return clientIn().submit({ id: asked.modalId }, asked.values);
  }
}

function toPage(nonce: string, outcome: Outcome): ToPage {
  switch (outcome.kind) {
    case 'choices':
      return { kind: 'choices', nonce, choices: outcome.choices };
    case 'failed':
      return { kind: 'failed', nonce, reason: outcome.reason };
    case 'modal':
      return { kind: 'modal', nonce, modal: outcome.modal };
    case 'message':
    case 'updated':
    case 'acknowledged':
      return { kind: 'acknowledged', nonce };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
