/** Joiners shape Persian and Indic words. Anywhere else, in emoji above all, they join what is not drawn. */
const strayJoiner = /(?<![\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}])/gu;
/** Controls, orders that turn the direction of what follows, colour variants of emoji, halves of characters. */
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}]/gu;
/** AM, and the tone mark before it: one character that is two glyphs wide. */
const thaiAm = /([\u0e48-\u0e4b]?)\u0e33/gu;
const laoAm = /([\u0ec8-\u0ecb]?)\u0eb3/gu;

/** The text with nothing in it that is not to be seen, on one line, in the form in which resvg sets it right. */
export function cleaned(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/\s+/gu, ' ')
      .replace(unseen, '')
      .replace(strayJoiner, '')
      // resvg 2.6 takes the width of the wider glyph for that of both: as two characters they do not overlap
      .replace(thaiAm, '\u0e4d$1\u0e32')
      .replace(laoAm, '\u0ecd$1\u0eb2')
      .replace(/ +/g, ' ')
      .trim()
  );
}
