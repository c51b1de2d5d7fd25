import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord-api-types/v10';
import { LineError } from './line-error.js';
import { leavesOf, readLine } from './line.js';
import type { Draft, Leaf } from './line.js';
import { descriptionIn, nameIn } from './locale.js';
import { mention, nameableBy } from './nameable.js';
import type { Nameable } from './nameable.js';
import { choicesOf } from './option-value.js';

/** Something that can be chosen instead of typed. */
export interface Suggestion {
  label: string;
  detail: string;
  /** The line after it was chosen. */
  line: string;
}

/** What can come next in a line that is being typed. */
export interface Next {
  /** The command, once it is clear which one. */
  leaf?: Leaf;
  /** The options that have a value. */
  filled: ReadonlySet<string>;
  /** The option that is being typed. */
  focused?: APIApplicationCommandOption;
  suggestions: Suggestion[];
  /** The bot knows what the focused option can become. */
  asksBot: boolean;
  /** A suggestion has to be chosen, as there is nothing to send yet. */
  incomplete: boolean;
}

/** What there is to choose from. */
export interface Offer {
  commands: readonly APIApplicationCommand[];
  nameables: readonly Nameable[];
  /** The language of whoever types. */
  locale: string;
}

export function nextOf(line: string, offer: Offer): Next {
  if (!line.startsWith('/')) return { filled: new Set(), suggestions: [], asksBot: false, incomplete: false };
  const { draft, partial } = draftOf(line, offer);
  if (draft === undefined)
    return { filled: new Set(), suggestions: commandsLike(line, offer), asksBot: false, incomplete: true };
  const { leaf, values } = draft;
  const filled = new Set([...values].flatMap(([name, value]) => (value === '' ? [] : [name])));
  const last = [...values.keys()].at(-1);
  const focused = partial === undefined ? leaf.options.find(({ name }) => name === last) : undefined;
  const typed = (values.get(last ?? '') ?? '').toLowerCase();
  const choices = focused === undefined ? undefined : namesToChoose(focused, offer);
  const settled = choices?.some((name) => name.toLowerCase() === typed) === true;
  const base = { leaf, filled, ...(focused !== undefined && { focused }) };

  if (focused !== undefined && choices !== undefined && !settled) {
    const suggestions = choices
      .filter((name) => name.toLowerCase().includes(typed))
      .map((name) => ({ label: name, detail: '', line: withValue(line, draft, focused.name, name) }));
    return { ...base, suggestions, asksBot: false, incomplete: true };
  }
  const asksBot = focused !== undefined && 'autocomplete' in focused && focused.autocomplete;
  return {
    ...base,
    suggestions: optionsLike(line, draft, partial),
    asksBot,
    incomplete: missing(draft) !== undefined,
  };
}

/** The line with a value for the option that is being typed, and the next required option begun. */
export function withValue(line: string, draft: Draft, name: string, value: string): string {
  const { leaf, values, lastStart } = draft;
  const colon = line.indexOf(':', lastStart);
  const filled = `${line.slice(0, colon)}:${value} `;
  const next = missing({ leaf, values: new Map(values).set(name, value) });
  return next === undefined ? filled : `${filled}${nameIn(leaf.locale, next)}:`;
}

/** The first required option without a value. */
function missing({ leaf, values }: Pick<Draft, 'leaf' | 'values'>): APIApplicationCommandOption | undefined {
  return leaf.options.find(({ name, required }) => required === true && (values.get(name) ?? '') === '');
}

/** The command of a line, even while the name of an option is being typed at its end. */
function draftOf(line: string, offer: Offer): { draft?: Draft | undefined; partial?: string } {
  const draft = readSoFar(line, offer);
  if (draft !== 'not understood') return { draft };
  const partial = /\S*$/.exec(line)?.[0] ?? '';
  if (partial === '') return {};
  const before = readSoFar(line.slice(0, -partial.length), offer);
  return before === 'not understood' ? {} : { draft: before, partial };
}

function readSoFar(line: string, { commands, locale }: Offer): Draft | undefined | 'not understood' {
  try {
    return readLine(line, commands, locale);
  } catch (error) {
    if (error instanceof LineError) return 'not understood';
    throw error;
  }
}

/** The commands of which each word that was typed begins one, by either of their names. */
function commandsLike(line: string, { commands, locale }: Offer): Suggestion[] {
  const typed = line
    .slice(1)
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return leavesOf(commands, locale)
    .filter(({ path, words }) =>
      typed.every((word) => [...words, ...path].some((one) => one.startsWith(word))),
    )
    .map(({ words, description, options }) => {
      const label = `/${words.join(' ')}`;
      const first = options.find(({ required }) => required === true);
      const begun = first === undefined ? '' : `${nameIn(locale, first)}:`;
      return { label, detail: description, line: `${label} ${begun}` };
    });
}

/** The options that are still open: all of them after a space, those that begin like the last word while it is typed. */
function optionsLike(line: string, { leaf, values }: Draft, partial: string | undefined): Suggestion[] {
  const { options, locale } = leaf;
  const word = partial ?? (line.endsWith(' ') ? '' : (/\s(\S+)$/.exec(line)?.[1] ?? line));
  if (word.includes(':') || word.startsWith('/')) return [];
  const before = word === '' ? line : line.slice(0, -word.length);
  return options
    .filter(({ name }) => !values.has(name))
    .filter((one) => [nameIn(locale, one), one.name].some((name) => name.startsWith(word.toLowerCase())))
    .map((option) => ({
      label: nameIn(locale, option),
      detail: `${descriptionIn(locale, option)}${option.required === true ? ' (required)' : ''}`,
      line: `${before}${before.endsWith(' ') ? '' : ' '}${nameIn(locale, option)}:`,
    }));
}

/** What an option can be chosen from without asking the bot; absent where it is typed. */
function namesToChoose(
  option: APIApplicationCommandOption,
  { nameables, locale }: Offer,
): string[] | undefined {
  const choices = choicesOf(option);
  if (choices.length > 0) return choices.map((one) => nameIn(locale, one));
  if (option.type === ApplicationCommandOptionType.Boolean) return ['True', 'False'];
  return nameableBy(option, nameables)?.map(mention);
}
