import { ApplicationCommandOptionType as Option, ApplicationCommandType, Locale } from 'discord.js';
import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { ApplicationCommandUpdateRequestSchema } from 'discord-api-spec/zod';
import { refuseIf, required } from '../refusal.js';
import type { Wrong } from '../refusal.js';
import { bySchema } from './schema.js';

/** A command, or anything within it. */
interface Part {
  type?: number;
  name: string;
  description?: string;
  value?: string | number;
  required?: boolean;
  autocomplete?: boolean;
  min_value?: number;
  max_value?: number;
  min_length?: number;
  max_length?: number;
  name_localizations?: Record<string, string> | null;
  description_localizations?: Record<string, string> | null;
  options?: Part[];
  choices?: Part[];
}

/** Characters of names, descriptions and values in a command, in the longest language of each. */
const mostText = 8_000;
const longestValue = 100;
const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
/** The language of names that are not localised. */
const forAll = '';
const locales: readonly string[] = Object.values(Locale);

/** @throws {ApiRefusal} where Discord would refuse this as a command. */
export function checkedCommand(body: unknown): RESTPostAPIApplicationCommandsJSONBody {
  refuseIf(wrongWithCommand(body));
  return body as RESTPostAPIApplicationCommandsJSONBody;
}

/** What Discord's schema, and the limits that it misses, find wrong. https://discord.com/developers/docs/interactions/application-commands */
export function wrongWithCommand(body: unknown): Wrong[] {
  const wrongs = bySchema(ApplicationCommandUpdateRequestSchema, comparable(body));
  if (wrongs.length > 0) return wrongs;
  const command = body as Part;
  const isTyped = (command.type ?? 1) === (ApplicationCommandType.ChatInput as number);
  const wrongsOfKind = isTyped
    ? [...wrongWithName(command, []), ...wrongWithOptions(command, [])]
    : wrongInMenu(command);
  const tooMuch: Wrong = {
    path: [],
    code: 'APPLICATION_COMMAND_TOO_LARGE',
    message: `Command exceeds maximum size (${mostText})`,
  };
  return [...wrongsOfKind, ...(textOf(command) > mostText ? [tooMuch] : [])];
}

/** A command in the menu on a person or a message is a name and no more; upper case and spaces are welcome in it. */
function wrongInMenu({ description, options = [], ...command }: Part): Wrong[] {
  const { name, name_localizations: names } = command;
  return [
    ...wrongIf(
      [name, ...Object.values(names ?? {})].some((one) => one.trim() === ''),
      ['name'],
      'INVALID_NAME',
    ),
    ...wrongIf(hasUnknownLocale(command), ['name_localizations'], 'INVALID_LOCALE'),
    ...wrongIf(Boolean(description), ['description'], 'DESCRIPTION_INVALID'),
    ...wrongIf(options.length > 0, ['options'], 'CONTEXT_MENU_OPTIONS'),
  ];
}

/** The schema has a number for permissions where Discord takes a string. */
function comparable(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('default_member_permissions' in body)) return body;
  const { default_member_permissions: permissions } = body;
  return typeof permissions === 'string'
    ? { ...body, default_member_permissions: Number(permissions) }
    : body;
}

function wrongWithName(part: Part, path: PropertyKey[]): Wrong[] {
  const { name, description, name_localizations: names } = part;
  const isBad = (one: string) => !namePattern.test(one) || one !== one.toLowerCase();
  return [
    ...wrongIf([name, ...Object.values(names ?? {})].some(isBad), [...path, 'name'], 'INVALID_NAME'),
    ...(description ? [] : [required(...path, 'description')]),
    ...wrongIf(hasUnknownLocale(part), [...path, 'name_localizations'], 'INVALID_LOCALE'),
  ];
}

function hasUnknownLocale({
  name_localizations: names,
  description_localizations: descriptions,
}: Part): boolean {
  const used = [...Object.keys(names ?? {}), ...Object.keys(descriptions ?? {})];
  return used.some((locale) => !locales.includes(locale));
}

function wrongWithOptions({ options = [] }: Part, path: PropertyKey[]): Wrong[] {
  const firstOptional = options.findIndex((option) => option.required !== true);
  const branches = options.filter(isBranch).length;
  return options.flatMap((option, index): Wrong[] => {
    const here = [...path, 'options', index];
    const isLate = option.required === true && firstOptional !== -1 && firstOptional < index;
    return [
      ...wrongWithName(option, here),
      ...wrongWithOptions(option, here),
      ...wrongWithValues(option, here),
      ...wrongIf(isLate, here, 'OPTIONS_REQUIRED_INVALID'),
      ...wrongIf(isNamedLike(option, options.slice(0, index)), here, 'OPTIONS_NAME_ALREADY_EXISTS'),
      ...wrongIf(branches > 0 && branches < options.length, here, 'OPTIONS_TYPE_INVALID'),
      ...(option.type === Option.SubcommandGroup && !option.options?.length
        ? [required(...here, 'options')]
        : []),
    ];
  });
}

/** Whether one of its names is another's, in the same language or in the one that stands for all. */
function isNamedLike(option: Part, others: readonly Part[]): boolean {
  const namesOf = ({ name, name_localizations: names }: Part) => Object.entries({ ...names, [forAll]: name });
  const mine = namesOf(option);
  return others
    .flatMap(namesOf)
    .some(([locale, name]) =>
      mine.some(([own, same]) => same === name && (own === locale || [own, locale].includes(forAll))),
    );
}

function isBranch({ type }: Part): boolean {
  return type === Option.Subcommand || type === Option.SubcommandGroup;
}

function wrongWithValues(option: Part, path: PropertyKey[]): Wrong[] {
  const {
    choices = [],
    min_value: least,
    max_value: most,
    min_length: shortest,
    max_length: longest,
  } = option;
  const names = new Set(choices.map(({ name }) => name));
  const isLong = choices.some(({ value }) => String(value).length > longestValue);
  const isBackward = (from?: number, to?: number) => from !== undefined && to !== undefined && from > to;
  return [
    ...wrongIf(names.size < choices.length, [...path, 'choices'], 'OPTIONS_CHOICE_NAME_ALREADY_EXISTS'),
    ...wrongIf(isLong, [...path, 'choices'], 'OPTIONS_VALUE_INVALID'),
    ...wrongIf(choices.length > 0 && option.autocomplete === true, path, 'AUTOCOMPLETE_HAS_CHOICES'),
    ...wrongIf(isBackward(least, most) || isBackward(shortest, longest), path, 'OPTIONS_MIN_MAX_INVALID'),
  ];
}

const words = {
  INVALID_NAME: 'Command name is invalid',
  INVALID_LOCALE: 'Locale is unknown',
  DESCRIPTION_INVALID: 'Context menu commands cannot have description',
  CONTEXT_MENU_OPTIONS: 'Context menu commands cannot have options',
  OPTIONS_REQUIRED_INVALID: 'Required options must be placed before non-required options',
  OPTIONS_NAME_ALREADY_EXISTS: 'Option name already exists',
  OPTIONS_TYPE_INVALID:
    'Sub-command and sub-command group option types are mutually exclusive to all other types',
  OPTIONS_CHOICE_NAME_ALREADY_EXISTS: 'Choice name already exists',
  OPTIONS_VALUE_INVALID: 'Value is invalid',
  AUTOCOMPLETE_HAS_CHOICES: 'Autocomplete and choices are mutually exclusive',
  OPTIONS_MIN_MAX_INVALID: 'The minimum is greater than the maximum',
};

function wrongIf(isWrong: boolean, path: PropertyKey[], kind: keyof typeof words): Wrong[] {
  return isWrong ? [{ path, code: `APPLICATION_COMMAND_${kind}`, message: words[kind] }] : [];
}

function textOf(part: Part): number {
  const longest = (text = '', others: Part['name_localizations'] = {}) =>
    Math.max(...[text, ...Object.values(others ?? {})].map(({ length }) => length));
  const own =
    longest(part.name, part.name_localizations) +
    longest(part.description, part.description_localizations) +
    (typeof part.value === 'string' ? part.value.length : 0);
  return [...(part.options ?? []), ...(part.choices ?? [])].reduce((sum, one) => sum + textOf(one), own);
}
