import { isLiving } from './decide.js';
import { isNamed } from './find.js';
import { nameKey } from './name.js';
import type { Character } from './state.js';

/** All who have a name or had it when they retired: the living one first, then the one that retired last. */
export function charactersNamed(characters: readonly Character[], name: string): Character[] {
  return likeliestFirst(characters.filter((one) => isNamed(one, name)));
}

/**
 * All with whose names a text begins, whatever marks are before it; the longest names first: “Ogre 2 −7” names Ogre 2, and
 * perhaps Ogre.
 */
export function charactersBeginning(characters: readonly Character[], text: string): Character[] {
  const keys = [text, text.replace(/^[^\p{L}\p{N}]+/u, '')].map((one) => `${nameKey(one)} `);
  const named = characters.filter(({ name }) => keys.some((key) => key.startsWith(`${nameKey(name)} `)));
  return likeliestFirst(named).sort((a, b) => nameKey(b.name).length - nameKey(a.name).length);
}

function likeliestFirst(characters: readonly Character[]): Character[] {
  const retired = characters.filter((one) => !isLiving(one)).reverse();
  return [...characters.filter(isLiving), ...retired];
}
