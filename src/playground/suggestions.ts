import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord-api-types/v10';
import { leavesOf, LineError, readLine } from './line.js';
import type { Draft, Leaf } from './line.js';

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

/** @param people names for options that take a person. */
export function nextOf(
  line: string,
  commands: readonly APIApplicationCommand[],
  people: readonly string[],
): Next {
  if (!line.startsWith('/')) return { filled: new Set(), suggestions: [], asksBot: false, incomplete: false };
  const { draft, partial } = draftOf(line, commands);
  if (draft === undefined) {
    return { filled: new Set(), suggestions: commandsLike(line, commands), asksBot: false, incomplete: true };
  }
  const { leaf, values } = draft;
  const filled = new Set([...values].flatMap(([name, value]) => (value === '' ? [] : [name])));
  const last = [...values.keys()].at(-1);
  const focused = partial === undefined ? leaf.options.find(({ name }) => name === last) : undefined;
  const typed = values.get(last ?? '') ?? '';
  const choices = focused === undefined ? undefined : choicesOf(focused, people);
  const settled = choices?.some(({ name }) => name.toLowerCase() === typed.toLowerCase()) === true;
  const base = { leaf, filled, ...(focused !== undefined && { focused }) };

  if (focused !== undefined && choices !== undefined && !settled) {
    const fitting = choices.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()));
    const suggestions = fitting.map(({ name, detail }) => ({
      label: name,
      detail,
      line: withValue(line, draft, focused.name, name),
    }));
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
  const start = line.lastIndexOf(`${name}:`);
  const filled = `${line.slice(0, start)}${name}:${value} `;
  const next = missing({ ...draft, values: new Map(draft.values).set(name, value) });
  return next === undefined ? filled : `${filled}${next}:`;
}

/** The first required option without a value. */
export function missing({ leaf, values }: Draft): string | undefined {
  return leaf.options.find(({ name, required }) => required === true && (values.get(name) ?? '') === '')
    ?.name;
}

/** The command of a line, even while the name of an option is being typed at its end. */
function draftOf(
  line: string,
  commands: readonly APIApplicationCommand[],
): { draft?: Draft | undefined; partial?: string } {
  try {
    return { draft: readLine(line, commands) };
  } catch (error) {
    if (!(error instanceof LineError)) throw error;
    const partial = /\S*$/.exec(line)?.[0] ?? '';
    if (partial === '') return {};
    try {
      return { draft: readLine(line.slice(0, -partial.length), commands), partial };
    } catch {
      return {};
    }
  }
}

function commandsLike(line: string, commands: readonly APIApplicationCommand[]): Suggestion[] {
  const words = line
    .slice(1)
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return leavesOf(commands)
    .filter(({ path }) => words.every((word) => path.some((step) => step.startsWith(word))))
    .map(({ path, description, options }) => {
      const first = options.find(({ required }) => required === true);
      const begun = first === undefined ? '' : `${first.name}:`;
      return { label: `/${path.join(' ')}`, detail: description, line: `/${path.join(' ')} ${begun}` };
    });
}

/** The options that are still open: all of them after a space, those that begin like the last word while it is typed. */
function optionsLike(line: string, { leaf, values }: Draft, partial: string | undefined): Suggestion[] {
  const word = partial ?? (line.endsWith(' ') ? '' : (/\s(\S+)$/.exec(line)?.[1] ?? line));
  if (word.includes(':') || word.startsWith('/')) return [];
  const before = word === '' ? line : line.slice(0, -word.length);
  return leaf.options
    .filter(({ name }) => !values.has(name) && name.startsWith(word.toLowerCase()))
    .map(({ name, description, required }) => ({
      label: name,
      detail: required === true ? `${description} (required)` : description,
      line: `${before}${before.endsWith(' ') ? '' : ' '}${name}:`,
    }));
}

function choicesOf(
  option: APIApplicationCommandOption,
  people: readonly string[],
): { name: string; detail: string }[] | undefined {
  const choices: { name: string }[] = 'choices' in option ? option.choices : [];
  if (choices.length > 0) return choices.map(({ name }) => ({ name, detail: '' }));
  if (option.type === ApplicationCommandOptionType.Boolean)
    return [
      { name: 'True', detail: '' },
      { name: 'False', detail: '' },
    ];
  if (option.type === ApplicationCommandOptionType.User) return people.map((name) => ({ name, detail: '' }));
  return undefined;
}
