import { ComponentType, GatewayDispatchEvents, InteractionType } from 'discord.js';
import type { APIApplicationCommandOptionChoice, APIMessage, APIMessageComponent } from 'discord.js';
import { LineError, readLine, send } from '../line.js';
import type { TypedCommand } from '../line.js';
import type { TypedOption } from '../protocol.js';
import { envelope, resolved } from './envelope.js';
import type { Gateway } from './gateway.js';
import type { Deed, Interactions } from './interactions.js';
import { canSee } from './messages.js';
import type { Messages } from './messages.js';
import type { Outcome } from './outcome.js';
import type { CommandRegistry } from './registry.js';
import type { Person, World } from './world.js';

/** How an interaction comes about, where that is not as usual. */
export interface Sending {
  /** When it was made; left out: now. Milliseconds since 1970. */
  at?: number;
  /** How often the bot is told of it; left out: once. */
  copies?: number;
}

/** Discord as one person has it before them. */
export interface Client {
  person: Person;
  /** What the person sees in the channel, oldest first. */
  messages(): APIMessage[];
  /** Types a line and sends it. @throws {LineError} where Discord's client would not send it. */
  type(line: string, sending?: Sending): Promise<Outcome>;
  /** Sends a command. @throws {LineError} where it is not there any more. */
  command(command: TypedCommand, sending?: Sending): Promise<Outcome>;
  /** What is offered for an option while it is typed, the last one of a line. @throws {LineError} */
  suggestions(line: string): Promise<APIApplicationCommandOptionChoice[]>;
  /** What is offered for the option that is `focused`. @throws {LineError} where the command is not there any more. */
  autocomplete(command: TypedCommand): Promise<Outcome>;
  /** Presses a button, or chooses from a menu. @throws {NothingToPress} */
  press(messageId: string, customId: string, values?: string[]): Promise<Outcome>;
}

/** The person sees no such button, or it can't be pressed. */
export class NothingToPress extends Error {
  override name = 'NothingToPress';
}

export interface ClientParts {
  world: World;
  gateway: Gateway;
  registry: CommandRegistry;
  interactions: Interactions;
  messages: Messages;
}

export function client(person: Person, parts: ClientParts): Client {
  const { world, gateway, registry, interactions, messages } = parts;
  const people = new Map(world.people.map(({ name, id }) => [name.toLowerCase(), id]));
  const draftOf = (line: string) => {
    const draft = readLine(line, registry.all);
    if (draft === undefined) throw new LineError('there is no such command');
    return draft;
  };

  const make = async (
    deed: Omit<Deed, 'person'>,
    what: object,
    { at, copies = 1 }: Sending = {},
  ): Promise<Outcome> => {
    const { id, token, outcome } = interactions.make({ ...deed, person }, at);
    const interaction = { ...envelope(world, person, id, token), type: deed.type, ...what };
    for (let copy = 0; copy < copies; copy++)
      gateway.dispatch(GatewayDispatchEvents.InteractionCreate, interaction);
    return outcome;
  };
  const run = (type: Deed['type'], { commandId, options }: TypedCommand, sending?: Sending) => {
    const found = registry.all.find(({ id }) => id === commandId);
    if (found === undefined) throw new LineError('this command is not there any more');
    const { id, name, guild_id, type: kind } = found;
    const command = [name, ...pathOf(options)].join(' ');
    const where = guild_id === undefined ? {} : { guild_id };
    const data = { id, name, type: kind, ...where, options, ...resolved(options, world) };
    return make({ type, command }, { data }, sending);
  };

  return {
    person,
    messages: () => messages.seenBy(person.id),
    type: async (line, sending) =>
      run(InteractionType.ApplicationCommand, send(draftOf(line), { people }), sending),
    command: async (command, sending) => run(InteractionType.ApplicationCommand, command, sending),
    async suggestions(line) {
      const draft = draftOf(line);
      const focused = [...draft.values.keys()].at(-1) ?? '';
      const outcome = await this.autocomplete(send(draft, { focused, people }));
      return outcome.kind === 'choices' ? outcome.choices : [];
    },
    autocomplete: async (command) => run(InteractionType.ApplicationCommandAutocomplete, command),
    async press(messageId, customId, values) {
      const posted = messages.find(messageId);
      const seen = posted !== undefined && canSee(posted, person.id) ? posted.message : undefined;
      const component = seen?.components?.flatMap(leavesOf).find((one) => isCalled(one, customId));
      if (seen === undefined || component === undefined || isDisabled(component))
        throw new NothingToPress('there is nothing to press');
      const { id = 1, type } = component;
      const chosen = type === ComponentType.Button ? {} : { values: values ?? [] };
      const data = { id, component_type: type, custom_id: customId, ...chosen };
      return make({ type: InteractionType.MessageComponent, source: seen.id }, { data, message: seen });
    },
  };
}

/** The words of subcommands on the way to the options. */
function pathOf([first]: readonly TypedOption[]): string[] {
  return first?.options === undefined ? [] : [first.name, ...pathOf(first.options)];
}

function leavesOf(component: APIMessageComponent): APIMessageComponent[] {
  return 'components' in component ? component.components.flatMap(leavesOf) : [component];
}

function isCalled(component: APIMessageComponent, customId: string): boolean {
  return 'custom_id' in component && component.custom_id === customId;
}

function isDisabled(component: APIMessageComponent): boolean {
  return 'disabled' in component && component.disabled;
}
