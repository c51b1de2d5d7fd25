import { damageTypes } from '../src/rules/index.js';
import type { DamageType } from '../src/rules/index.js';
import { allWords } from '../src/words/index.js';

/** What damage types are called, in all languages. */
const called = new Map<string, DamageType>(
  damageTypes.flatMap((type) => [
    [type, type],
    ...allWords.map((words): [string, DamageType] => [folded(words.damageTypes[type]), type]),
  ]),
);

/** The damage type that a word means in any language. */
export function damageTypeCalled(word: string): DamageType | undefined {
  return called.get(folded(word));
}

/** Whether a word means no type, in any language. */
export function meansNone(word: string): boolean {
  return allWords.some(({ none }) => folded(none) === folded(word));
}

function folded(word: string): string {
  return word.normalize('NFC').trim().toLowerCase();
}
