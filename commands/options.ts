import { ApplicationCommandOptionType, ChannelType } from 'discord-api-types/v10';
import type {
  APIApplicationCommandBooleanOption,
  APIApplicationCommandIntegerOption,
  APIApplicationCommandOptionChoice,
  APIApplicationCommandStringOption,
} from 'discord-api-types/v10';
import { damageTypes, longestNote } from '../src/rules/index.js';
import { english, translated } from '../src/words/index.js';
import type { Named, Words } from '../src/words/index.js';

/** How options are made, and those that several subcommands have in common. */

type Key = keyof Words['options'];

/** A name and a description in every language. */
export function named(pick: (words: Words) => Named) {
  const { name, description } = pick(english);
  return {
    name,
    name_localizations: translated((words) => pick(words).name),
    description,
    description_localizations: translated((words) => pick(words).description),
  };
}

export function text(key: Key): APIApplicationCommandStringOption & { autocomplete?: false } {
  return {
    type: ApplicationCommandOptionType.String,
    ...named((words) => words.options[key]),
    max_length: 100,
  };
}

export function yesOrNo(key: Key): APIApplicationCommandBooleanOption {
  return { type: ApplicationCommandOptionType.Boolean, ...named((words) => words.options[key]) };
}

export function integer(key: Key, least: number, most: number): APIApplicationCommandIntegerOption {
  const bounds = { min_value: least, max_value: most };
  return {
    type: ApplicationCommandOptionType.Integer,
    ...named((words) => words.options[key]),
    ...bounds,
  };
}

export function user(key: Key) {
  return { type: ApplicationCommandOptionType.User as const, ...named((words) => words.options[key]) };
}

export function role(key: Key) {
  return { type: ApplicationCommandOptionType.Role as const, ...named((words) => words.options[key]) };
}

/** A channel in which messages can be written. */
export function channel(key: Key) {
  return {
    type: ApplicationCommandOptionType.Channel as const,
    ...named((words) => words.options[key]),
    channel_types: [ChannelType.GuildText as const, ChannelType.GuildAnnouncement as const],
  };
}

/** One of a few values. @param names of each, in a language. */
export function choice<Value extends string>(
  key: Key,
  values: readonly Value[],
  names: (words: Words) => Record<Value, string>,
): APIApplicationCommandStringOption {
  const choices: APIApplicationCommandOptionChoice<string>[] = values.map((value) => ({
    name: names(english)[value],
    name_localizations: translated((words) => names(words)[value]),
    value,
  }));
  return { type: ApplicationCommandOptionType.String, ...named((words) => words.options[key]), choices };
}

export function required<Option extends object>(option: Option) {
  return { ...option, required: true };
}

/** A character, completed while it is typed. @param longest room for the names of several. */
function character(key: Key, longest: number): APIApplicationCommandStringOption {
  return {
    type: ApplicationCommandOptionType.String,
    ...named((words) => words.options[key]),
    max_length: longest,
    autocomplete: true,
  };
}

export const amount = required(text('amount'));
export const healAmount = required(text('healAmount'));
export const target = character('target', 1_000);
export const oneTarget = character('oneTarget', 100);
export const requiredTarget = required(character('requiredTarget', 100));
export const toTarget = character('to', 100);
export const note = { ...text('note'), max_length: longestNote };
export const amendNote = required({ ...text('amendNote'), max_length: longestNote });
export const damageType = choice('type', damageTypes, (words) => words.damageTypes);
export const amendedType = choice('amendType', damageTypes, (words) => words.damageTypes);
/** The most that Discord lets a number be. */
export const mostVersions = 2 ** 53 - 1;
export const each = yesOrNo('each');
