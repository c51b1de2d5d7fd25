import { GatewayDispatchEvents, InteractionType } from 'discord.js';
import type { APIApplicationCommandOptionChoice, APIMessage } from 'discord.js';
import { LineError, readLine, send } from '../line.js';
import type { TypedCommand } from '../line.js';
import type { CommandRegistry } from './commands.js';
import type { Gateway } from './gateway.js';
import type { Interactions, Outcome } from './interactions.js';
import type { Messages } from './messages.js';
import type { Person, World } from './world.js';
import { memberOf } from './world.js';

export interface ClientParts {
  world: World;
  gateway: Gateway;
  commands: CommandRegistry;
  interactions: Interactions;
  messages: Messages;
}

/** Discord as one person has it before them. */
export interface Client {
  person: Person;
  /** What the person sees in the channel, oldest first. */
  messages(): APIMessage[];
  /** Types a line and sends it. @throws {LineError} where Discord's client would not send it. */
  type(line: string, options?: { at?: number }): Promise<Outcome>;
  /** Sends a command. @param options.at when it was made; left out: now. */
  command(command: TypedCommand, options?: { at?: number }): Promise<Outcome>;
  /** What is offered for an option while it is typed, the last one of a line. */
  suggestions(line: string): Promise<APIApplicationCommandOptionChoice[]>;
  autocomplete(command: TypedCommand): Promise<Outcome>;
  press(messageId: string, customId: string): Promise<Outcome>;
}

export function client(person: Person, parts: ClientParts): Client {
  const { world, gateway, commands, interactions, messages } = parts;
  const people = new Map(world.people.map(({ name, id }) => [name.toLowerCase(), id]));
  const draftOf = (line: string) => {
    const draft = readLine(line, commands.all);
    if (draft === undefined) throw new LineError('there is no such command');
    return draft;
  };

  const make = (
    type: InteractionType,
    data: object,
    more: { command?: string; source?: string; at?: number },
    extra = {},
  ) => {
    const { id, token, outcome } = interactions.make(type, person, more);
    gateway.dispatch(GatewayDispatchEvents.InteractionCreate, {
      ...envelope(world, person, id, token),
      type,
      data,
      ...extra,
    });
    return outcome;
  };
  const run = (type: InteractionType, { commandId, options }: TypedCommand, at?: number) => {
    const command = commands.all.find(({ id }) => id === commandId);
    if (command === undefined) throw new LineError('this command is not there any more');
    const name = [command.name, ...pathOf(options)].join(' ');
    const data = {
      id: command.id,
      name: command.name,
      type: command.type,
      options,
      ...resolved(world, options),
    };
    return make(type, data, { command: name, ...(at !== undefined && { at }) });
  };
  return {
    person,
    messages: () => messages.seenBy(person.id),
    type: async (line, { at } = {}) =>
      run(InteractionType.ApplicationCommand, send(draftOf(line), { people }), at),
    command: async (command, { at } = {}) => run(InteractionType.ApplicationCommand, command, at),
    async suggestions(line) {
      const draft = draftOf(line);
      const focused = [...draft.values.keys()].at(-1) ?? '';
      const outcome = await run(
        InteractionType.ApplicationCommandAutocomplete,
        send(draft, { focused, people }),
      );
      return outcome.kind === 'choices' ? outcome.choices : [];
    },
    autocomplete: async (command) => run(InteractionType.ApplicationCommandAutocomplete, command),
    async press(messageId, customId) {
      const { message } = messages.get(messageId);
      const data = { custom_id: customId, component_type: 2, id: 1 };
      return make(InteractionType.MessageComponent, data, { source: messageId }, { message });
    },
  };
}

/** What every interaction bears. https://discord.com/developers/docs/interactions/receiving-and-responding */
function envelope({ bot, guild, channel }: World, person: Person, id: string, token: string): object {
  return {
    id,
    application_id: bot.id,
    token,
    version: 1,
    guild_id: guild.id,
    guild: { id: guild.id, locale: 'en-US', features: [] },
    guild_locale: 'en-US',
    channel_id: channel.id,
    channel: {
      id: channel.id,
      guild_id: guild.id,
      name: channel.name,
      type: 0,
      position: 0,
      nsfw: false,
      topic: null,
      parent_id: null,
      last_message_id: null,
      rate_limit_per_user: 0,
      permissions: String(person.permissions),
      flags: 0,
    },
    member: memberOf(person),
    locale: person.locale,
    app_permissions: '2147485696',
    entitlements: [],
    authorizing_integration_owners: { '0': guild.id },
    context: 0,
    attachment_size_limit: 10_485_760,
  };
}

/** The words of subcommands on the way to the options. */
function pathOf(options: TypedCommand['options']): string[] {
  const [first] = options;
  if (first === undefined || (first.type !== 1 && first.type !== 2)) return [];
  return [first.name, ...pathOf(first.options ?? [])];
}

/** The people that the options name. */
function resolved(world: World, options: TypedCommand['options']): { resolved?: object } {
  const flat = (some: TypedCommand['options']): TypedCommand['options'] =>
    some.flatMap((one) => [one, ...flat(one.options ?? [])]);
  const ids = flat(options).flatMap(({ type, value }) => (type === 6 ? [value] : []));
  const people = world.people.filter(({ id }) => ids.includes(id)).map((one) => memberOf(one));
  if (people.length === 0) return {};
  const users = Object.fromEntries(people.map(({ user }) => [user.id, user]));
  const members = Object.fromEntries(people.map(({ user, ...member }) => [user.id, member]));
  return { resolved: { users, members } };
}
