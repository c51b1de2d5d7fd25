import { ApplicationCommandType, InteractionType } from 'discord.js';
import type { APIApplicationCommand, APIApplicationCommandOptionChoice, APIMessage } from 'discord.js';
import { FormError } from '../form.js';
import { LineError } from '../line-error.js';
import { readLine, send } from '../line.js';
import type { TypedCommand } from '../line.js';
import { nameIn } from '../locale.js';
import { nameablesOf } from '../nameable.js';
import type { OpenModal, TypedOption } from '../protocol.js';
import { envelope } from './envelope.js';
import type { Deliverable } from './endpoint.js';
import type { Deed } from './deed.js';
import type { Interactions } from './interactions.js';
import type { Messages } from './messages.js';
import type { Modals } from './modals.js';
import type { Outcome } from './outcome.js';
import { NothingToPress, pressableIn, pressOf } from './press.js';
import type { CommandRegistry } from './registry.js';
import { namedIn, resolvedOf } from './resolved.js';
import { submissionOf } from './submission.js';
import type { Filled } from './submission.js';
import { checkOptions } from './typed-options.js';
import { membersOf } from './world.js';
import type { Channel, Person, World } from './world.js';

/** How an interaction comes about, where that is not as usual. */
export interface Sending {
  /** When it was made; left out: now. Milliseconds since 1970. */
  at?: number;
  /** How often the bot is told of it; left out: once. */
  copies?: number;
  /** The gateway's sessions that are told; left out: each that serves the server. */
  to?: readonly string[];
  /** Hears the interaction's id before the bot does. */
  onMade?: (interaction: string) => void;
}

/** Discord as one person has it before them. */
export interface Client {
  person: Person;
  /** The person's Discord language. */
  locale: string;
  /** The id of the channel in which the bot writes to the person alone. */
  directChannel: string;
  /** What the person sees in the channel, oldest first. */
  messages(): APIMessage[];
  /** What the bot has written to the person alone, oldest first. */
  directMessages(): APIMessage[];
  /** Says something in the channel. */
  say(content: string): APIMessage;
  /** Types a line and sends it. @throws {LineError} where Discord's client would not send it. */
  type(line: string, sending?: Sending): Promise<Outcome>;
  /** Sends a command. @throws {LineError} where it is not there any more, or its options are not like that. */
  command(command: TypedCommand, sending?: Sending): Promise<Outcome>;
  /** What is offered for an option while it is typed, the last one of a line. @throws {LineError} */
  suggestions(line: string): Promise<APIApplicationCommandOptionChoice[]>;
  /** What is offered for the option that is `focused`. @throws {LineError} where the command is not there any more. */
  autocomplete(command: TypedCommand): Promise<Outcome>;
  /** Chooses a command from the menu on a person, both by name or id. @throws {NothingToPress} where it is not there. */
  choose(command: string, who: string, sending?: Sending): Promise<Outcome>;
  /**
   * Presses a button, or chooses from a menu.
   * @param values what is chosen; people by name or id. @throws {NothingToPress} @throws {FormError}
   */
  press(messageId: string, customId: string, values?: readonly string[], sending?: Sending): Promise<Outcome>;
  /**
   * Sends a form, which stays open until the bot has answered.
   * @param modal from the outcome of whatever opened it. @param filled by custom id; people by name or id.
   * @throws {FormError} where Discord's client would not send it, or it is not open any more.
   */
  submit(modal: Pick<OpenModal, 'id'>, filled: Filled, sending?: Sending): Promise<Outcome>;
}
export interface ClientParts {
  world: World;
  /** Brings the bot what a person does. */
  deliver: (interaction: Deliverable, to?: readonly string[]) => void;
  registry: CommandRegistry;
  interactions: Interactions;
  messages: Messages;
  modals: Modals;
  /** In which the person types. */
  channel: Channel;
  /** The one in which the bot is alone with the person. */
  directChannel: string;
  /** The person's Discord language. */
  locale: string;
}

export function client(person: Person, parts: ClientParts): Client {
  const { world, deliver, registry, interactions, messages, modals, channel, directChannel, locale } = parts;
  const draftOf = (line: string) => {
    const draft = readLine(line, registry.all, locale);
    if (draft === undefined) throw new LineError('there is no such command');
    return draft;
  };

  const make = async (
    deed: Omit<Deed, 'person' | 'channel'> & { channel?: Channel },
    what: object,
    { at, copies = 1, to, onMade }: Sending = {},
  ): Promise<Outcome> => {
    const place = deed.channel ?? channel;
    const { id, token, outcome } = interactions.make({ ...deed, person, channel: place }, at);
    const bearing = envelope(world, person, { id, token, channel: place, locale });
    const interaction = { ...bearing, type: deed.type, ...what, id, token };
    onMade?.(id);
    for (let copy = 0; copy < copies; copy++) deliver(interaction, to);
    return outcome;
  };
  const run = (type: Deed['type'], { commandId, options }: TypedCommand, sending?: Sending) => {
    const found = registry.all.find(({ id }) => id === commandId);
    if (found === undefined) throw new LineError('this command is not there any more');
    checkOptions(found.options ?? [], options, nameablesOf(world));
    const command = [found.name, ...pathOf(options)].join(' ');
    const data = { ...chosen(found), options, ...resolvedOf(namedIn(options), world, person) };
    return make({ type, command }, { data }, sending);
  };

  return {
    person,
    locale,
    directChannel,
    messages: () => messages.seenBy(person.id, channel.id),
    directMessages: () => messages.seenBy(person.id, directChannel),
    say: (content) => messages.post({ content }, { channel: channel.id, author: person }).message,
    type: async (line, sending) =>
      run(
        InteractionType.ApplicationCommand,
        send(draftOf(line), { nameables: nameablesOf(world) }),
        sending,
      ),
    command: async (command, sending) => run(InteractionType.ApplicationCommand, command, sending),
    async suggestions(line) {
      const draft = draftOf(line);
      const focused = [...draft.values.keys()].at(-1) ?? '';
      const outcome = await this.autocomplete(send(draft, { focused, nameables: nameablesOf(world) }));
      return outcome.kind === 'choices' ? outcome.choices : [];
    },
    autocomplete: async (command) => run(InteractionType.ApplicationCommandAutocomplete, command),
    async choose(name, who, sending) {
      const target = membersOf(world).find((one) => one.id === who || one.name === who);
      const command = registry.all.find((one) => isInMenuAs(name, one, locale));
      if (target === undefined || command === undefined)
        throw new NothingToPress('there is no such command in the menu');
      const data = { ...chosen(command), target_id: target.id, ...resolvedOf([target.id], world, person) };
      const deed = { type: InteractionType.ApplicationCommand, command: command.name, target };
      return make(deed, { data }, sending);
    },
    async press(messageId, customId, values = [], sending) {
      const pressable = pressableIn(messages.find(messageId), customId, world, person);
      const { message, channel } = pressable;
      const data = pressOf(pressable, values, world, person);
      const deed = { type: InteractionType.MessageComponent, source: message.id, channel };
      return make(deed, { data, message }, sending);
    },
    async submit({ id }, filled, sending) {
      const opened = modals.find(id, person.id);
      if (opened === undefined) throw new FormError('this form is not open any more');
      const { modal, opener } = opened;
      const { source, channel } = opener;
      const data = submissionOf(modal, filled, world, person);
      const message = messages.find(source ?? '')?.message;
      const from = { opener, channel, ...(source !== undefined && { source }) };
      const deed = { type: InteractionType.ModalSubmit, ...from };
      const outcome = await make(deed, { data, ...(message !== undefined && { message }) }, sending);
      if (outcome.kind !== 'failed') modals.close(id);
      return outcome;
    },
  };
}

function isInMenuAs(given: string, command: APIApplicationCommand, locale: string): boolean {
  const isInMenu = command.type === ApplicationCommandType.User;
  return isInMenu && [command.id, command.name, nameIn(locale, command)].includes(given);
}

/** How an interaction names the command. */
function chosen({ id, name, type, guild_id }: APIApplicationCommand): object {
  return { id, name, type, ...(guild_id !== undefined && { guild_id }) };
}

/** The words of subcommands on the way to the options. */
function pathOf([first]: readonly TypedOption[]): string[] {
  return first?.options === undefined ? [] : [first.name, ...pathOf(first.options)];
}
