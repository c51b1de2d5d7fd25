import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype from 'opentype.js';
import type { Font } from 'opentype.js';
import { cleaned } from './cleaned.js';

/** A bundled font, read when it is first asked for more than its name. */
export interface Typeface {
  readonly family: string;
  readonly file: () => Buffer;
  /** The text without what would be drawn as a box, for want of a glyph, or not at all. */
  readonly readable: (text: string) => string;
  /**
   * How wide the text is, in em: the sum of its characters, joined to no other, which is seldom too little. What the
   * font lacks counts as one em.
   */
  readonly widthOf: (text: string) => number;
}

const { resolve } = createRequire(import.meta.url);

/** @param path the font's file, as a module path. */
export function typeface(family: string, path: string): Typeface {
  let loaded: { file: Buffer; font: Font } | undefined;
  const load = () => (loaded ??= read(path));
  return {
    family,
    file: () => load().file,
    readable(text) {
      const { font } = load();
      const known = Array.from(cleaned(text)).filter((character) => font.hasChar(character));
      return cleaned(known.join(''));
    },
    widthOf(text) {
      const { font } = load();
      // by the width of 国, which not every font has, echarts tells the height of a line
      const widthOfOne = (character: string) =>
        font.hasChar(character) ? (font.charToGlyph(character).advanceWidth ?? 0) / font.unitsPerEm : 1;
      return Array.from(text, widthOfOne).reduce((sum, width) => sum + width, 0);
    },
  };
}

function read(path: string): { file: Buffer; font: Font } {
  const file = readFileSync(resolve(path));
  // lowMemory: no glyph is read before it is needed, of ten thousand
  return { file, font: opentype.parse(new Uint8Array(file).buffer, { lowMemory: true }) };
}
