import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord-api-types/v10';
import { descriptionIn, nameIn } from './locale.js';

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

/** The command that a line begins with, and how many characters say so. */
export function headOf(line: string, leaves: readonly Leaf[]): { leaf: Leaf; length: number } | undefined {
  const whole = leaves
    .flatMap((leaf) => [leaf.words, leaf.path].map((steps) => ({ leaf, head: `/${steps.join(' ')}` })))
    .find(({ head }) => `${line.trimEnd()} `.startsWith(`${head} `));
  if (whole !== undefined) return { leaf: whole.leaf, length: whole.head.length };
  // only what has a space behind it is typed to its end
  const typed = [...line.slice(1).matchAll(/\S+(?=\s)/gu)];
  const words = line.startsWith('/') ? typed.map(([word]) => word.toLowerCase()) : [];
  for (let count = words.length; count > 0; count--) {
    const leaf = leafBegunBy(words.slice(0, count), leaves);
    const last = typed[count - 1];
    if (leaf !== undefined && last !== undefined) return { leaf, length: 1 + last.index + last[0].length };
  }
  return undefined;
}

/** The command whose last words are these, or the only one that has words that begin so, if these are its last. */
function leafBegunBy(typed: readonly string[], leaves: readonly Leaf[]): Leaf | undefined {
  const tails = ({ words, path }: Leaf) => [words, path].map((steps) => steps.slice(-typed.length));
  const exact = leaves.filter((leaf) => tails(leaf).some((tail) => tail.join(' ') === typed.join(' ')));
  if (exact.length > 0) return exact.length === 1 ? exact[0] : undefined;
  const [only, ...others] = leaves.filter((leaf) =>
    [leaf.words, leaf.path].some((steps) => steps.some((_, from) => areBegun(steps.slice(from), typed))),
  );
  if (only === undefined || others.length > 0) return undefined;
  return tails(only).some((tail) => areBegun(tail, typed)) ? only : undefined;
}

/** Whether what was typed is the beginnings of these words, or of the first of them. */
function areBegun(words: readonly string[], typed: readonly string[]): boolean {
  return typed.every((begun, index) => words[index]?.startsWith(begun) === true);
}
