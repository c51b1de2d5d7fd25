import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkitten';
import type { Font } from 'fontkitten';

/** A bundled font: its file, and what it says about its glyphs. */
interface Typeface {
  file: Buffer;
  font: Font;
}

/**
 * The bundled fonts, in the order they are asked. The first writes most alphabets (Latin, Greek, Cyrillic, Hebrew,
 * Arabic, Armenian, Georgian) and many symbols; the others the scripts that it lacks: Thai, Devanagari, Japanese
 * with most traditional Chinese characters, simplified Chinese, Korean.
 */
const files = [
  'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  '@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf',
  '@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf',
  '@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf',
  '@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf',
  '@expo-google-fonts/nanum-gothic/400Regular/NanumGothic_400Regular.ttf',
] as const;
/** The family name of the first font. */
export const family = 'DejaVu Sans';

const { resolve } = createRequire(import.meta.url);
const loaded = new Map<string, Typeface>();

/** Fonts are read when a text first needs them, and kept. */
function load(path: string): Typeface {
  const known = loaded.get(path);
  if (known) return known;
  const file = readFileSync(resolve(path));
  const font = create(file);
  if (font.isCollection) throw new TypeError(`${path} holds more than one font`);
  const typeface = { file, font };
  loaded.set(path, typeface);
  return typeface;
}

function canWrite(path: string, text: string): boolean {
  return load(path)
    .font.glyphsForString(text)
    .every((glyph) => glyph.id !== 0);
}

/** The bundled font that has this character. */
function fontWith(character: string): Font | undefined {
  const path = files.find((file) => canWrite(file, character));
  return path === undefined ? undefined : load(path).font;
}

/** Whether any bundled font has this character. */
export function hasGlyph(character: string): boolean {
  return fontWith(character) !== undefined;
}

/** How wide this text is about, in em: the sum of its characters, unshaped, which is seldom too little. */
export function widthOf(text: string): number {
  const widths = Array.from(text, (character) => {
    const font = fontWith(character);
    const [glyph] = font?.glyphsForString(character) ?? [];
    return font && glyph ? glyph.advanceWidth / font.unitsPerEm : 0;
  });
  return widths.reduce((sum, width) => sum + width, 0);
}

/**
 * The files of the fonts that this text needs: the first, and one more for all that the first lacks, so that a
 * word does not mix two hands; several only where no single one would do.
 */
export function fontsFor(text: string): Buffer[] {
  const [first, ...others] = files;
  const foreign = [...new Set(text.match(/\P{ASCII}/gu))].filter((character) => !canWrite(first, character));
  const single = others.find((path) => canWrite(path, foreign.join('')));
  const needed =
    single === undefined
      ? others.filter((path) => foreign.some((character) => canWrite(path, character)))
      : [single];
  return [first, ...(foreign.length > 0 ? needed : [])].map((path) => load(path).file);
}
