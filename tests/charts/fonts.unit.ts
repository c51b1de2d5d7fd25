import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import opentype from 'opentype.js';
import { cleaned } from '../../src/charts/cleaned.js';
import { typefaceFor, typefaces } from '../../src/charts/fonts.js';

const fonts = new Map(
  typefaces.map((typeface) => [typeface, opentype.parse(new Uint8Array(typeface.file()).buffer)]),
);
const written = (text: string) => typefaceFor(text).readable(text);

test.each([
  'Thorin Oakenshield',
  'Žižka Øyvind Ñandú ẞ',
  'Θόριν',
  'Торин Дубощит',
  'Վահագն',
  'თორნიკე',
  'גַּנְדַּלְף',
  'ثورين الملك',
  'ธอริน โอเคนชีลด์',
  'トーリン 盾の王 Thorin',
  '索林·橡木盾 Thorin',
  '소린 오큰실드 Thorin',
])('%s is written whole, by one font', (name) => {
  expect(written(name)).toBe(name.normalize('NFC'));
});

test.each([
  ['Smaug 🐉👩‍🚀🇩🇪👍🏽', 'Smaug'],
  ['❤️ Lia', '❤ Lia'],
  ['Thorin\u202eniroht', 'Thorinniroht'],
  ['Tho\nrin\u0000 \ud800', 'Tho rin'],
  ['Thorin 𒀀', 'Thorin'],
  ['ثورين ธอริน', 'ثورين'],
  ['थोरिन', ''],
  ['👩‍🚀', ''],
  ['', ''],
])('%j is written as %j', (name, readable) => {
  expect(written(name)).toBe(readable);
});

test('Persian and emoji alike: a joiner stays only between letters', () => {
  expect(cleaned('می\u200cخواهم')).toBe('می\u200cخواهم');
  expect(cleaned('a \u200d b')).toBe('a b');
});

test('a Thai or Lao AM is set as the two glyphs that it is, the tone mark above the first', () => {
  expect(cleaned('น้ำ')).toBe('น\u0e4d\u0e49\u0e32');
  expect(cleaned('ນໍ້າ ນ້ຳ')).toBe('ນໍ້າ ນ\u0ecd\u0ec9\u0eb2');
});

test('whatever the text, every character that is written has a glyph, and cleaning twice changes nothing', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom('a', 'ไ', '龙', '힣', '🐉', '\u200d', '\u0e33', '\u0301', ' ', '\n'),
    ),
  });
  fc.assert(
    fc.property(text, (any) => {
      expect(cleaned(cleaned(any))).toBe(cleaned(any));
      const typeface = typefaceFor(any);
      const readable = typeface.readable(any);
      for (const character of readable) expect(fonts.get(typeface)?.hasChar(character)).toBe(true);
      for (const other of typefaces) expect(other.readable(any).length).toBeLessThanOrEqual(readable.length);
    }),
  );
});

test('a wide text is wider than a narrow one, in each font', () => {
  for (const { widthOf } of typefaces) expect(widthOf('WW')).toBeGreaterThan(widthOf('i '));
  for (const { widthOf } of typefaces) expect(widthOf(' ')).toBeGreaterThan(0);
  for (const { widthOf } of typefaces) expect(widthOf('国')).toBeCloseTo(1, 1);
});
