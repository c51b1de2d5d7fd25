import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord-api-types/v10';
import { LineError } from './line-error.js';
import { descriptionIn, nameIn } from './locale.js';
import type { Nameable } from './nameable.js';
import { valueOf } from './option-value.js';
import type { TypedOption } from './protocol.js';

/** A command as it was typed, in the form in which Discord's client sends it. */
export interface TypedCommand {
  commandId: string;
  options: TypedOption[];
}

/** A subcommand (or a command without any) with the words that lead to it. */
export interface Leaf {
  command: APIApplicationCommand;
  /** As the bot knows them: `['hp', 'character', 'add']`. */
  path: string[];
  /** The same words in the language of whoever types. */
  words: string[];
  /** In that language. */
  description: string;
  options: APIApplicationCommandOption[];
  locale: string;
}

/** All that can be typed after a slash, in the order in which Discord shows it. @param locale of whoever types */
export function leavesOf(commands: readonly APIApplicationCommand[], locale = 'en-US'): Leaf[] {
  return commands
    .filter(({ type }) => type === ApplicationCommandType.ChatInput)
    .flatMap((command) => under({ command, path: [], words: [], locale }, command, command.options ?? []));
}

type Trunk = Pick<Leaf, 'command' | 'path' | 'words' | 'locale'>;

function under(
  { command, path, words, locale }: Trunk,
  part: Pick<APIApplicationCommand, 'name' | 'description'>,
  options: readonly APIApplicationCommandOption[],
): Leaf[] {
  const trunk = { command, path: [...path, part.name], words: [...words, nameIn(locale, part)], locale };
  const inner = options.flatMap((option) => (isBranch(option) ? [option] : []));
  if (inner.length === 0)
    return [{ ...trunk, description: descriptionIn(locale, part), options: [...options] }];
  return inner.flatMap((one) => under(trunk, one, one.options ?? []));
}

function isBranch(option: APIApplicationCommandOption) {
  return (
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup
  );
}

/** What was typed of a command so far. */
export interface Draft {
  leaf: Leaf;
  /** The text of each option, by the name by which the bot knows it. */
  values: Map<string, string>;
  /** Where in the line the name of the last option begins. */
  lastStart: number;
}

/**
 * Reads a line such as `/hp damage amount:7 note:goblin's scimitar`, with names as the bot knows them or as they are in the
 * language of whoever types. A value ends where the name of another option begins.
 * @returns `undefined` where the line does not begin with a command.
 */
export function readLine(
  line: string,
  commands: readonly APIApplicationCommand[],
  locale?: string,
): Draft | undefined {
  const found = leavesOf(commands, locale)
    .flatMap((leaf) => [leaf.words, leaf.path].map((steps) => ({ leaf, head: `/${steps.join(' ')}` })))
    .find(({ head }) => `${line.trimEnd()} `.startsWith(`${head} `));
  if (found === undefined) return undefined;
  const { leaf, head } = found;
  const rest = line.slice(head.length);
  const byName = new Map(leaf.options.flatMap((one) => namesOf(one, leaf).map((name) => [name, one.name])));
  const names = [...byName.keys()].join('|');
  const starts = names === '' ? [] : [...rest.matchAll(new RegExp(`(?<=^|\\s)(${names}):`, 'gu'))];
  const values = new Map<string, string>();
  starts.forEach((start, index) => {
    const [text, name = ''] = start;
    const value = rest.slice(start.index + text.length, starts[index + 1]?.index).trim();
    values.set(byName.get(name) ?? name, value);
  });
  const loose = rest.slice(0, starts[0]?.index).trim();
  if (loose !== '') throw new LineError(`“${loose}” is not an option of ${head}`);
  return { leaf, values, lastStart: head.length + (starts.at(-1)?.index ?? 0) };
}

/** By what an option can be typed. */
function namesOf(option: APIApplicationCommandOption, { locale }: Leaf): string[] {
  return [option.name, nameIn(locale, option)];
}

/**
 * What Discord's client would send for a draft.
 * @param focused the option that is being typed: then nothing has to be complete.
 * @param nameables what there is to be named, for options that take a person, a role or a channel.
 * @throws {LineError} where the client would not send it.
 */
export function send(
  { leaf, values }: Omit<Draft, 'lastStart'>,
  { focused, nameables = [] }: { focused?: string; nameables?: readonly Nameable[] } = {},
): TypedCommand {
  const options = leaf.options.flatMap((option): TypedOption[] => {
    const { name, type, required } = option;
    const text = values.get(name);
    if (focused === name) return [{ name, type, value: text ?? '', focused: true }];
    if (text === undefined || text === '') {
      if (required === true && focused === undefined)
        throw new LineError(`${nameIn(leaf.locale, option)} is required`);
      return [];
    }
    return [{ name, type, value: valueOf(option, text, nameables, leaf.locale) }];
  });
  const [, ...steps] = leaf.path;
  const nested = steps.reduceRight<TypedOption[]>(
    (inner, name, index) => [
      {
        name,
        type:
          index < steps.length - 1
            ? ApplicationCommandOptionType.SubcommandGroup
            : ApplicationCommandOptionType.Subcommand,
        options: inner,
      },
    ],
    options,
  );
  return { commandId: leaf.command.id, options: nested };
}
