import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { hp, personMenu } from '../../commands/hp.js';
import { root } from './root.js';

type Localized = Pick<typeof hp, 'name' | 'name_localizations'>;

interface Node extends Localized {
  description: string;
  description_localizations?: Partial<Record<string, string | null>> | null;
  options?: Node[];
  type: number;
}
const nodes = hp.options as unknown as Node[];

function nameIn({ name, name_localizations }: Localized, locale: string): string {
  return (name_localizations as Record<string, string> | undefined)?.[locale] ?? name;
}

function descriptionIn({ description, description_localizations }: Node, locale: string): string {
  return description_localizations?.[locale] ?? description;
}

/** Every subcommand with its words, as they are called in a language. */
function typed(locale: string): { words: string; node: Node; path: string }[] {
  return nodes.flatMap((node) =>
    node.type === 2
      ? (node.options ?? []).map((inner) => ({
          node: inner,
          path: `${node.name} ${inner.name}`,
          words: `${nameIn(node, locale)} ${nameIn(inner, locale)}`,
        }))
      : [{ node, path: node.name, words: nameIn(node, locale) }],
  );
}

function usage(words: string, node: Node, locale: string): string {
  const options = (node.options ?? []).map((option) => {
    const name = nameIn(option, locale);
    return 'required' in option && option.required === true ? name : `[${name}]`;
  });
  return [`/hp ${words}`, ...options].join(' ');
}

function section(locale: string): string {
  return typed(locale)
    .map(({ words, node }) => {
      const options = (node.options ?? []).map(
        (option) =>
          `- \`${nameIn(option, locale)}\`: ${descriptionIn(option, locale)}${choices(option, locale)}`,
      );
      return [
        `### \`${usage(words, node, locale)}\``,
        descriptionIn(node, locale),
        ...(options.length > 0 ? [options.join('\n')] : []),
      ].join('\n\n');
    })
    .join('\n\n');
}

function choices(option: Node, locale: string): string {
  const list = (option as unknown as { choices?: Localized[] }).choices;
  return list === undefined ? '' : ` (${list.map((one) => nameIn(one, locale)).join(', ')})`;
}

/** The words of all subcommands that a file in a folder holds, whether anybody can type them or not. */
async function subcommandsIn(folder: string): Promise<string[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  const modules = await Promise.all(
    files.map(async (file) => (await import(join(folder, file))) as Record<string, unknown>),
  );
  return modules
    .flatMap((module) => Object.values(module))
    .flatMap((one) => (isSubcommand(one) ? [one.path] : []));
}

function isSubcommand(one: unknown): one is { path: string } {
  return typeof one === 'object' && one !== null && 'path' in one && 'options' in one && 'run' in one;
}

/** As the command tree has it; UPDATE_DOCS=1 writes it down anew. */
const expected = `# The commands

Made from the command tree. Names in brackets may be left out; the bot answers in the language that you have chosen in
Discord. A right-click on a person → Apps → **${personMenu.name}** shows their character.

## English

${section('en')}

## Deutsch

Rechtsklick auf eine Person → Apps → **${nameIn(personMenu, 'de')}** zeigt ihren Charakter.

${section('de')}
`;

describe('the documentation', () => {
  test('lists every command and option, and none that there is not', () => {
    const file = join(root, 'docs/commands.md');
    if (process.env.UPDATE_DOCS === '1') writeFileSync(file, expected);
    expect(readFileSync(file, 'utf8')).toBe(expected);
  });

  test('in the README shows every subcommand, and none that there is not', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const shown = new Set(
      [...readme.matchAll(/\/hp ([a-z]+(?:-[a-z]+)*(?: [a-z]+(?:-[a-z]+)*)?)/g)].map(([, words]) => words),
    );
    const paths = typed('en').map(({ path }) => path);
    for (const path of paths)
      expect(shown).toContain(
        [...shown].find((words) => words === path || words?.startsWith(`${path} `)) ?? path,
      );
    for (const words of shown)
      expect(paths.filter((path) => words === path || words?.startsWith(`${path} `) === true)).toHaveLength(
        1,
      );
  });

  test('knows every subcommand that is written in commands/', async () => {
    const written = new Set(await subcommandsIn(join(import.meta.dirname, '../../commands')));
    expect(typed('en').map(({ path }) => path)).toEqual(expect.arrayContaining([...written]));
    expect(written.size).toBe(typed('en').length);
  });
});
