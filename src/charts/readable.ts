import { hasGlyph } from './fonts.js';

/** Joiners shape Persian and Indic words. Anywhere else, in emoji above all, they join what is not drawn. */
const strayJoiner = /(?<![\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}])/gu;
/** Controls, colour variants of emoji, orders that turn the direction of what follows, halves of characters. */
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}]/gu;

/**
 * The text without what no bundled font can write, which would show as boxes; the other text where nothing is left.
 * Emoji that a font has are kept, in one colour.
 */
export function readable(text: string, otherwise = ''): string {
  const drawn = Array.from(text.normalize('NFC').replace(/\s/gu, ' ').replace(unseen, '')).filter(hasGlyph);
  return drawn.join('').replace(strayJoiner, '').replace(/ +/g, ' ').trim() || otherwise;
}
