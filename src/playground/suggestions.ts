import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type {
  APIApplicationCommand,
  APIApplicationCommandOption,
  APIApplicationCommandOptionChoice,
} from 'discord-api-types/v10';
import { LineError } from './line-error.js';
import { leavesOf } from './leaf.js';
import type { Leaf } from './leaf.js';
import { readLine } from './line.js';
import type { Draft } from './line.js';
import { descriptionIn, nameIn } from './locale.js';
import { mention, nameableBy } from './nameable.js';
import type { Nameable } from './nameable.js';
import { choicesOf, isChoice, valueOf } from './option-value.js';

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
  const draft = readLine(line, offer.commands, offer.locale);
  if (draft === undefined)
    return { filled: new Set(), suggestions: commandsLike(line, offer), asksBot: false, incomplete: true };
  const { leaf, values, loose } = draft;
  const filled = new Set([...values].flatMap(([name, value]) => (value === '' ? [] : [name])));
  if (loose !== '')
    return { leaf, filled, suggestions: placesFor(line, draft, offer), asksBot: false, incomplete: true };
  const last = [...values.keys()].at(-1);
  const focused = leaf.options.find(({ name }) => name === last);
  const typed = values.get(last ?? '') ?? '';
  const base = { leaf, filled, ...(focused !== undefined && { focused }) };

  const choices = focused === undefined ? undefined : namesToChoose(focused, offer);
  if (focused !== undefined && choices !== undefined && !takes(focused, typed, offer)) {
    const suggestions = choices
      .filter((name) => name.toLowerCase().includes(typed.toLowerCase()))
      .map((name) => ({ label: name, detail: '', line: withValue(draft, focused.name, name) }));
    return { ...base, suggestions, asksBot: false, incomplete: true };
  }
  const asksBot = focused !== undefined && 'autocomplete' in focused && focused.autocomplete;
  const isBegun = focused !== undefined && typed === '';
  return {
    ...base,
    suggestions: optionsLike(line, draft),
    asksBot,
    incomplete: isBegun || missing(draft) !== undefined,
  };
}

/**
 * What the bot offers for the option that is being typed. What was typed in full comes first, so that it is never exchanged
 * for something that only holds it; once a space follows it, nothing is offered any more.
 */
export function suggestionsOfBot(
  line: string,
  draft: Draft,
  name: string,
  choices: readonly APIApplicationCommandOptionChoice[],
): Suggestion[] {
  const { locale } = draft.leaf;
  const typed = draft.values.get(name) ?? '';
  const isTyped = (choice: APIApplicationCommandOptionChoice) => isChoice(choice, typed, locale);
  const exact = choices.filter(isTyped);
  if (exact.length > 0 && line.endsWith(' ')) return [];
  return [...exact, ...choices.filter((choice) => !isTyped(choice))].map((choice) => ({
    label: nameIn(locale, choice),
    detail: '',
    line: withValue(draft, name, String(choice.value)),
  }));
}

/** Why a line that begins with no command can't be sent, and what to type instead. */
export function unreadable(line: string, offer: Offer): string {
  if (!line.startsWith('/')) return 'Only commands here: type / to see them.';
  const labels = commandsLike(line, offer).map(({ label }) => label);
  if (labels.length === 0 || line.trim() === '/') return 'There is no such command: type / to see all.';
  return `Which command? ${labels.slice(0, 5).join(', ')}${labels.length > 5 ? ', …' : ''}`;
}

/** The line with a value for the option that is being typed, and the next required option begun. */
function withValue(draft: Draft, name: string, value: string): string {
  const { leaf, values, stem } = draft;
  const filled = `${stem}${value} `;
  const next = missing({ leaf, values: new Map(values).set(name, value) });
  return next === undefined ? filled : `${filled}${nameIn(leaf.locale, next)}:`;
}

/** The first required option without a value. */
function missing({ leaf, values }: Pick<Draft, 'leaf' | 'values'>): APIApplicationCommandOption | undefined {
  return leaf.options.find(({ name, required }) => required === true && (values.get(name) ?? '') === '');
}

/** Whether an option can be sent with this text. */
function takes(option: APIApplicationCommandOption, text: string, { nameables, locale }: Offer): boolean {
  try {
    valueOf(option, text, nameables, locale);
    return true;
  } catch (error) {
    if (error instanceof LineError) return false;
    throw error;
  }
}

/**
 * The commands of which each word that was typed begins one, by either of their names. What follows the command, as far as
 * it was typed, is kept.
 */
function commandsLike(line: string, { commands, locale }: Offer): Suggestion[] {
  const typed = line
    .slice(1)
    .split(/\s+/)
    .filter((word) => word !== '');
  const leaves = leavesOf(commands, locale);
  const begun = (count: number) =>
    leaves.filter(({ path, words }) =>
      typed
        .slice(0, count)
        .every((word) => [...words, ...path].some((one) => one.startsWith(word.toLowerCase()))),
    );
  const counts = typed.map((_, index) => typed.length - index);
  const count = typed.length === 0 ? 0 : counts.find((one) => begun(one).length > 0);
  if (count === undefined) return [];
  const rest = typed.slice(count).join(' ');
  return begun(count).map(({ words, description, options }) => {
    const label = `/${words.join(' ')}`;
    const first = options.find(({ required }) => required === true);
    const name = first === undefined || rest.includes(':') ? '' : `${nameIn(locale, first)}:`;
    return { label, detail: description, line: `${label} ${name}${rest}` };
  });
}

/** The options that are still open: all of them after a space, those that begin like the last word while it is typed. */
function optionsLike(line: string, { leaf, values }: Draft): Suggestion[] {
  const word = line.endsWith(' ') ? '' : (/\s(\S+)$/.exec(line)?.[1] ?? line);
  if (word.includes(':') || word.startsWith('/')) return [];
  const before = word === '' ? line : line.slice(0, -word.length);
  return leaf.options
    .filter(({ name }) => !values.has(name) || (before.trim() === `/${leaf.words.join(' ')}` && word !== ''))
    .filter((one) => beginsLike(one, word, leaf.locale))
    .map((option) => optionBegun(before, option, leaf.locale));
}

/** Where text can go that no option takes by itself: the options that begin like it, else those that take it as a value. */
function placesFor(line: string, { leaf, values, loose, named }: Draft, offer: Offer): Suggestion[] {
  const open = leaf.options.filter(({ name }) => !values.has(name));
  const begun =
    named === '' && !line.endsWith(' ') ? open.filter((one) => beginsLike(one, loose, leaf.locale)) : [];
  const head = `/${leaf.words.join(' ')} `;
  if (begun.length > 0) return begun.map((option) => optionBegun(head, option, leaf.locale));
  return open
    .filter((option) => takes(option, loose, offer))
    .map((option) => {
      const label = `${nameIn(leaf.locale, option)}:${loose}`;
      return { label, detail: descriptionIn(leaf.locale, option), line: `${head}${label} ${named}` };
    });
}

function beginsLike(option: APIApplicationCommandOption, word: string, locale: string): boolean {
  return [nameIn(locale, option), option.name].some((name) => name.startsWith(word.toLowerCase()));
}

function optionBegun(before: string, option: APIApplicationCommandOption, locale: string): Suggestion {
  const name = nameIn(locale, option);
  return {
    label: name,
    detail: `${descriptionIn(locale, option)}${option.required === true ? ' (required)' : ''}`,
    line: `${before}${before.endsWith(' ') ? '' : ' '}${name}:`,
  };
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
