import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { publishedIn } from '../../commands/published.js';

const hash = '3f9a2c1b7d04';

test.each([
  [`v14 ${hash}`],
  ['V14 3F9A2C1B7D04'],
  [`\`v14 ${hash}\``],
  [`\`v14\` \`${hash}\``],
  [`\`v14\` · \`#${hash}\``],
  [`**v14** #${hash}`],
  [`version 14: ${hash}`],
  [`Version 14 (${hash})`],
  [`v14 ${hash}\n**Thorin**`],
])('in %j one hash is found, of nobody in particular', (text) => {
  expect(publishedIn(text)).toEqual([{ version: 14, hash }]);
});

describe('a line of the feed names', () => {
  test.each([
    [`\`v14 ${hash}\` **Thorin** **−7** → 17 · damage · <@100000000000000001> <t:1700000000:R>`, 'Thorin'],
    [`\`v3\` – \`v14 ${hash}\` **Thorin Oakenshield** 19 / 31`, 'Thorin Oakenshield'],
    [`\`v14 ${hash}\` **Gor\\*bag \\*\\*the\\_2nd\\*\\*** **+3** → 4 · healing`, 'Gor*bag **the_2nd**'],
    [`\`v14 ${hash}\` **A\\\\B** **+3** → 4`, 'A\\B'],
    [`> \`v14 ${hash}\` **Ogre 2** **59** → 59 · enrolled`, 'Ogre 2'],
  ])('in %j', (text, name) => {
    expect(publishedIn(text)).toEqual([{ version: 14, hash, name }]);
  });

  test.each([
    [`v14 ${hash} Thorin −7 → 17 · damage · @Tomas 5 minutes ago “ouch”`, 'Thorin'],
    [`v3 – v14 ${hash} Thorin Oakenshield 19 / 31`, 'Thorin Oakenshield'],
    [`v14 ${hash} Gor*bag **the_2nd** +3 → 4 · healing · @Mara`, 'Gor*bag **the_2nd**'],
    [`v14 ${hash} Ogre 2 ±0 → 59 · damage · @Mara`, 'Ogre 2'],
  ])('as it is copied without markdown, %j', (text, name) => {
    expect(publishedIn(text)).toMatchObject([{ version: 14, hash, name }]);
  });

  test('in several lines, each its own, even where the breaks are gone', () => {
    const lines = [
      `\`v2 ${hash}\` **Lia** **+5** → 20`,
      `\`v14\` **Ogre** damage → Bloodied`,
      `\`v12 ${hash}\` **Thorin** **−7** → 1`,
    ];
    for (const between of ['\n', ' '])
      expect(publishedIn(lines.join(between))).toEqual([
        { version: 2, hash, name: 'Lia' },
        { version: 12, hash, name: 'Thorin' },
      ]);
  });
});

test('several are found in one text, in their order, however long they are, each once', () => {
  const whole = '0123456789abcdef'.repeat(4);
  const text = `Mara: \`v2 ${hash}\` **Lia** +5\nMara: \`v12 ${whole}\` **Thorin** −12345678 v3 01234567\nv3 01234567`;
  expect(publishedIn(text)).toEqual([
    { version: 2, hash, name: 'Lia' },
    { version: 12, hash: whole, name: 'Thorin' },
    { version: 3, hash: '01234567' },
  ]);
});

test.each(
  [
    ['', 'v14', hash, `14 ${hash}`, `v0 ${hash}`, `v14${hash}`, 'v14 3f9a2c1', 'v14 damage 3f9a2c1b'],
    [
      'v14 3f9a2c1g7d04',
      `v14 ${hash}xyz`,
      `v14 ${'a'.repeat(65)}`,
      `dev14 ${hash}`,
      `v1234567890123456 ${hash}`,
    ],
  ].flat(),
)('in %j there is none', (text) => {
  expect(publishedIn(text)).toEqual([]);
});

test('whatever stands around it, a line is found', () => {
  const around = fc.string({ unit: fc.constantFrom(...Array.from('`*_ ·#→\n»()|-+~')), maxLength: 20 });
  const versions = fc.integer({ min: 1, max: 999_999 });
  const hashes = fc.string({
    unit: fc.constantFrom(...Array.from('0123456789abcdef')),
    minLength: 8,
    maxLength: 64,
  });
  fc.assert(
    fc.property(around, versions, hashes, around, (before, version, digits, after) => {
      expect(publishedIn(`${before}v${version} ${digits}${after}`)).toMatchObject([
        { version, hash: digits },
      ]);
    }),
  );
});

test('a text that is made to take long does not', () => {
  expect(publishedIn('v1 '.repeat(2_000))).toEqual([]);
  expect(publishedIn(`v1${' '.repeat(5_990)}`)).toEqual([]);
  expect(publishedIn(`v${' '.repeat(5_990)}`)).toEqual([]);
  expect(publishedIn('version'.repeat(850))).toEqual([]);
});
