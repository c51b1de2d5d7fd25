import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord-api-types/v10';
import { headOf, leavesOf } from './leaf.js';
import type { Leaf } from './leaf.js';
import { LineError } from './line-error.js';
import { nameIn } from './locale.js';
import type { Nameable } from './nameable.js';
import { valueOf } from './option-value.js';
import type { TypedOption } from './protocol.js';

/** A command as it was typed, in the form in which Discord's client sends it. */
export interface TypedCommand {
  commandId: string;
  options: TypedOption[];
}

/** What was typed of a command so far. */
export interface Draft {
  leaf: Leaf;
  /** The text of each option, by the name by which the bot knows it, in the order in which they were typed. */
  values: Map<string, string>;
  /** What stands before the first named option and is the value of none. */
  loose: string;
  /** The line up to the value of the last option, with that option's name. */
  stem: string;
  /** What follows `loose`: the named options as they were typed. */
  named: string;
}

/**
 * Reads a line such as `/hp damage amount:7 note:goblin's scimitar`, with names as the bot knows them or as they are in the
 * language of whoever types. A value ends where the name of another option begins. As in Discord's client, the beginning of
 * a command picks it where only one begins so and a space follows (`/hp d 7`, `/damage 7`), and what has no name is the
 * value of the required options, in their order.
 * @returns `undefined` where the line does not begin with a command.
 */
export function readLine(
  line: string,
  commands: readonly APIApplicationCommand[],
  locale?: string,
): Draft | undefined {
  const found = headOf(line, leavesOf(commands, locale));
  if (found === undefined) return undefined;
  const { leaf, length } = found;
  const rest = line.slice(length);
  const byName = new Map(leaf.options.flatMap((one) => namesOf(one, leaf).map((name) => [name, one.name])));
  const names = [...byName.keys()].join('|');
  const starts = names === '' ? [] : [...rest.matchAll(new RegExp(`(?<=^|\\s)(${names}):`, 'gu'))];
  const named = new Map<string, string>();
  starts.forEach((start, index) => {
    const [text, name = ''] = start;
    const value = rest.slice(start.index + text.length, starts[index + 1]?.index).trim();
    named.set(byName.get(name) ?? name, value);
  });
  const before = rest.slice(0, starts[0]?.index).trim();
  const { given, loose } = givenByPosition(before, leaf, named);
  const last = starts.at(-1);
  const stem = last === undefined ? stemOf(leaf, given) : line.slice(0, length + last.index + last[0].length);
  const behind = starts[0] === undefined ? '' : rest.slice(starts[0].index);
  return { leaf, values: new Map([...given, ...named]), loose, stem, named: behind };
}

/** Gives text without a name to the required options that have no value: all of it to the only one, or a word to each. */
function givenByPosition(
  text: string,
  { options }: Leaf,
  named: ReadonlyMap<string, string>,
): { given: Map<string, string>; loose: string } {
  const open = options.filter(({ name, required }) => required === true && !named.has(name));
  const words = open.length === 1 ? [text] : text.split(/\s+/);
  if (text === '' || words.length > open.length) return { given: new Map(), loose: text };
  const given = words.flatMap((word, index): [string, string][] => {
    const option = open[index];
    return option === undefined ? [] : [[option.name, word]];
  });
  return { given: new Map(given), loose: '' };
}

/** As a line would be written up to the value of its last option, where none of them was named. */
function stemOf(leaf: Leaf, given: ReadonlyMap<string, string>): string {
  const texts = leaf.options.flatMap((option) => {
    const value = given.get(option.name);
    return value === undefined ? [] : [{ name: nameIn(leaf.locale, option), value }];
  });
  const before = texts.slice(0, -1).map(({ name, value }) => `${name}:${value}`);
  const last = texts.slice(-1).map(({ name }) => `${name}:`);
  return [`/${leaf.words.join(' ')}`, ...before, ...last].join(' ');
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
  { leaf, values, loose }: Pick<Draft, 'leaf' | 'values' | 'loose'>,
  { focused, nameables = [] }: { focused?: string; nameables?: readonly Nameable[] } = {},
): TypedCommand {
  if (loose !== '' && focused === undefined)
    throw new LineError(`“${loose}” needs the name of its option: ${patternOf(leaf)}`);
  const options = leaf.options.flatMap((option): TypedOption[] => {
    const { name, type, required } = option;
    const text = values.get(name);
    if (focused === name) return [{ name, type, value: text ?? '', focused: true }];
    if (text === undefined || text === '') {
      if (required === true && focused === undefined)
        throw new LineError(`${nameIn(leaf.locale, option)} is required: ${patternOf(leaf)}`);
      if (text === '' && focused === undefined)
        throw new LineError(`${nameIn(leaf.locale, option)}: has no value yet`);
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

/** How a command is typed: its required options, or where it has none the first that it takes. */
function patternOf({ words, options, locale }: Leaf): string {
  const required = options.filter((one) => one.required === true);
  const shown = required.length > 0 ? required : options.slice(0, 1);
  return [`/${words.join(' ')}`, ...shown.map((one) => `${nameIn(locale, one)}:…`)].join(' ');
}
