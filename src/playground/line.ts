import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord-api-types/v10';
import { ClientError } from './client-error.js';
import type { TypedOption } from './protocol.js';

/** A command as it was typed, in the form in which Discord's client sends it. */
export interface TypedCommand {
  commandId: string;
  options: TypedOption[];
}

/** A line that Discord's client would not send, and why. */
export class LineError extends ClientError {
  override name = 'LineError';
  readonly code = 'line';
}

/** A subcommand (or a command without any) with the words that lead to it. */
export interface Leaf {
  command: APIApplicationCommand;
  /** `['hp', 'character', 'add']` */
  path: string[];
  description: string;
  options: APIApplicationCommandOption[];
}

/** All that can be typed after a slash, in the order in which Discord shows it. */
export function leavesOf(commands: readonly APIApplicationCommand[]): Leaf[] {
  return commands
    .filter(({ type }) => type === ApplicationCommandType.ChatInput)
    .flatMap((command) => under(command, [command.name], command.description, command.options ?? []));
}

function under(
  command: APIApplicationCommand,
  path: string[],
  description: string,
  options: readonly APIApplicationCommandOption[],
): Leaf[] {
  const inner = options.flatMap((option) => (isBranch(option) ? [option] : []));
  if (inner.length === 0) return [{ command, path, description, options: [...options] }];
  return inner.flatMap((one) => under(command, [...path, one.name], one.description, one.options ?? []));
}

function isBranch(option: APIApplicationCommandOption) {
  return (
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup
  );
}

/** What was typed of a command so far: which one, and the text of each option. */
export interface Draft {
  leaf: Leaf;
  values: Map<string, string>;
}

/**
 * Reads a line such as `/hp damage amount:7 note:goblin's scimitar`. A value ends where the name of another option begins.
 * @returns `undefined` where the line does not begin with a command.
 */
export function readLine(line: string, commands: readonly APIApplicationCommand[]): Draft | undefined {
  const leaf = leavesOf(commands).find(({ path }) => `${line.trimEnd()} `.startsWith(`/${path.join(' ')} `));
  if (leaf === undefined) return undefined;
  const rest = line.slice(1 + leaf.path.join(' ').length);
  const names = leaf.options.map(({ name }) => name).join('|');
  const starts = names === '' ? [] : [...rest.matchAll(new RegExp(`(?<=^|\\s)(${names}):`, 'gu'))];
  const values = new Map<string, string>();
  starts.forEach((start, index) => {
    const [text, name = ''] = start;
    values.set(name, rest.slice(start.index + text.length, starts[index + 1]?.index).trim());
  });
  const loose = rest.slice(0, starts[0]?.index).trim();
  if (loose !== '') throw new LineError(`“${loose}” is not an option of /${leaf.path.join(' ')}`);
  return { leaf, values };
}

/**
 * What Discord's client would send for a draft.
 * @param focused the option that is being typed: then nothing has to be complete.
 * @param people by name, for options that take a person.
 * @throws {LineError} where the client would not send it.
 */
export function send(
  { leaf, values }: Draft,
  { focused, people = new Map() }: { focused?: string; people?: ReadonlyMap<string, string> } = {},
): TypedCommand {
  const options = leaf.options.flatMap((option): TypedOption[] => {
    const { name, type, required } = option;
    const text = values.get(name);
    if (focused === name) return [{ name, type, value: text ?? '', focused: true }];
    if (text === undefined || text === '') {
      if (required === true && focused === undefined) throw new LineError(`${name} is required`);
      return [];
    }
    return [{ name, type, value: valueOf(option, text, people) }];
  });
  const [, ...words] = leaf.path;
  const nested = words.reduceRight<TypedOption[]>(
    (inner, name, index) => [
      {
        name,
        type:
          index < words.length - 1
            ? ApplicationCommandOptionType.SubcommandGroup
            : ApplicationCommandOptionType.Subcommand,
        options: inner,
      },
    ],
    options,
  );
  return { commandId: leaf.command.id, options: nested };
}

function valueOf(
  option: APIApplicationCommandOption,
  text: string,
  people: ReadonlyMap<string, string>,
): string | number | boolean {
  const { name } = option;
  const choices: { name: string; value: string | number }[] = 'choices' in option ? option.choices : [];
  if (choices.length > 0) {
    const choice = choices.find((one) => one.name === text || String(one.value) === text);
    if (choice === undefined) throw new LineError(`${name}: choose one of the list`);
    return choice.value;
  }
  switch (option.type) {
    case ApplicationCommandOptionType.Integer:
    case ApplicationCommandOptionType.Number:
      return numberOf(option, text);
    case ApplicationCommandOptionType.Boolean:
      if (!/^(true|false)$/i.test(text)) throw new LineError(`${name}: True or False`);
      return text.toLowerCase() === 'true';
    case ApplicationCommandOptionType.User: {
      const id = people.get(text.replace(/^@/, '').toLowerCase()) ?? /^(?:<@)?(\d{17,20})>?$/.exec(text)?.[1];
      if (id === undefined) throw new LineError(`${name}: nobody here is called ${text}`);
      return id;
    }
    case ApplicationCommandOptionType.String: {
      const { min_length: least = 0, max_length: most = 6_000 } = option;
      if (text.length < least || text.length > most)
        throw new LineError(`${name}: ${least} to ${most} characters`);
      return text;
    }
    default:
      return text;
  }
}

function numberOf(
  option: { name: string; type: ApplicationCommandOptionType; min_value?: number; max_value?: number },
  text: string,
): number {
  const number = Number(text);
  const { name, min_value: least = -(2 ** 53), max_value: most = 2 ** 53 } = option;
  const whole = option.type === ApplicationCommandOptionType.Integer;
  if (!/^-?\d+(\.\d+)?$/.test(text) || (whole && !Number.isInteger(number)))
    throw new LineError(`${name}: a ${whole ? 'whole ' : ''}number`);
  if (number < least || number > most) throw new LineError(`${name}: ${least} to ${most}`);
  return number;
}
