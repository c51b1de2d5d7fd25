import { describe, expect, test } from '@jest/globals';
import { ApplicationCommandUpdateRequestSchema } from 'discord-api-spec/zod';
import { hp, personMenu } from '../../commands/hp.js';
import { allWords, wordsFor } from '../../src/words/index.js';

/** The limits that Discord sets to a command: https://discord.com/developers/docs/interactions/application-commands */
interface Part {
  name: string;
  name_localizations?: Record<string, string>;
  description?: string;
  description_localizations?: Record<string, string>;
  value?: unknown;
  options?: Part[];
  choices?: Part[];
}
const tree = hp as unknown as Part;
const locales = ['en', 'de'];

/** A part and all below it. */
function all(part: Part): Part[] {
  return [part, ...[...(part.options ?? []), ...(part.choices ?? [])].flatMap(all)];
}
const nameIn = ({ name, name_localizations }: Part, locale: string) => name_localizations?.[locale] ?? name;
const descriptionIn = ({ description = '', description_localizations }: Part, locale: string) =>
  description_localizations?.[locale] ?? description;

describe('the command tree', () => {
  test('is of the form that Discord publishes', () => {
    expect(ApplicationCommandUpdateRequestSchema.safeParse(hp).error).toBeUndefined();
  });

  test('has at most 25 options and 25 choices anywhere', () => {
    for (const { options = [], choices = [] } of all(tree)) {
      expect(options.length).toBeLessThanOrEqual(25);
      expect(choices.length).toBeLessThanOrEqual(25);
    }
  });

  test('has at most 8,000 characters of names, descriptions and values, in the longest of its languages', () => {
    const longest = (texts: string[]) => Math.max(...texts.map((text) => text.length));
    const sum = all(tree)
      .map((part) => {
        const value = typeof part.value === 'string' ? part.value.length : 0;
        return (
          longest(locales.map((locale) => nameIn(part, locale))) +
          longest(locales.map((locale) => descriptionIn(part, locale))) +
          value
        );
      })
      .reduce((a, b) => a + b, 0);
    expect(sum).toBeLessThanOrEqual(8_000);
  });

  test.each(locales)('in %s has names as Discord takes them, each once among its neighbours', (locale) => {
    for (const { options = [], choices = [] } of all(tree)) {
      for (const option of options) {
        expect(nameIn(option, locale)).toMatch(/^[-_'\p{L}\p{N}]{1,32}$/u);
        expect(nameIn(option, locale)).toBe(nameIn(option, locale).toLowerCase());
        expect(descriptionIn(option, locale)).toMatch(/^.{1,100}$/u);
      }
      for (const list of [options, choices]) {
        const names = list.map((one) => nameIn(one, locale));
        expect(new Set(names).size).toBe(names.length);
      }
    }
  });

  test('says everything in every language', () => {
    for (const part of all(tree)) {
      expect(Object.keys(part.name_localizations ?? {})).toEqual(['de']);
      if (part.description !== undefined)
        expect(Object.keys(part.description_localizations ?? {})).toEqual(['de']);
    }
    expect(personMenu.name_localizations).toEqual({ de: 'Trefferpunkte' });
  });
});

describe('the words', () => {
  type Leaf = [path: string, value: unknown];
  const leaves = (value: unknown, path = ''): Leaf[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}/${key}`))
      : [[path, value]];

  test('lack no key in any language', () => {
    const [english, ...others] = allWords.map((words) =>
      leaves(words).map(([path, value]) => [path, typeof value]),
    );
    for (const other of others) expect(other.sort()).toEqual([...(english ?? [])].sort());
  });

  test.each(['en-US', 'de'])(
    'in %s name only commands that there are, by the names that it gives them',
    (locale) => {
      const said = leaves(wordsFor(locale)).map(([, value]) =>
        typeof value === 'function' ? String(value) : value,
      );
      const key = locale === 'de' ? 'de' : 'en';
      const paths = (tree.options ?? []).flatMap((one) =>
        (one.options ?? []).some(({ options }) => options !== undefined)
          ? (one.options ?? []).map((inner) => `${nameIn(one, key)} ${nameIn(inner, key)}`)
          : [nameIn(one, key)],
      );
      const mentioned = said.flatMap((text) =>
        [...String(text).matchAll(/\/hp ([-\p{L}]+(?: [-\p{L}]+)?)/gu)].map(([, words]) => words ?? ''),
      );
      expect(mentioned.length).toBeGreaterThan(10);
      for (const words of mentioned)
        expect(paths.some((path) => words === path || words.startsWith(`${path} `))).toBe(true);
    },
  );

  test('fall back on English', () => {
    expect(wordsFor('fr').none).toBe('none');
    expect(wordsFor('de').none).toBe('keine');
    expect(wordsFor('constructor').none).toBe('none');
  });
});
