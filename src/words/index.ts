import { english } from './english.js';
import { german } from './german.js';
import type { Words } from './words.js';

export { english } from './english.js';
export type { Refused } from './refused.js';
export type { Named, Words } from './words.js';

/** Discord's locales that have words of their own, beside English. To add a language: a file like those, and a line here. */
const translations: ReadonlyMap<string, Words> = new Map([['de', german]]);

/** Every language. */
export const allWords: readonly Words[] = [english, ...translations.values()];

/** The words for a reader's Discord locale, `de` or `en-US` say. */
export function wordsFor(locale: string): Words {
  return translations.get(locale) ?? english;
}

/** A text in every language but English, in Discord's form. */
export function translated(pick: (words: Words) => string): Record<string, string> {
  return Object.fromEntries(Array.from(translations, ([locale, words]) => [locale, pick(words)]));
}
