import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stemOf } from '../../src/exports/file-name.js';

test.each([
  ['Thorin', 'thorin'],
  ['Thorin Eichenschild', 'thorin-eichenschild'],
  ['Þórínn & Sønner', 'orinn-s-nner'],
  ['Élodie Weiß', 'elodie-weiss'],
  ['钢 Steel', 'steel'],
  ['钢', 'character-hp'],
  ['🐉', 'character-hp'],
  ['', 'character-hp'],
  ['../../etc/passwd', 'etc-passwd'],
  ['C:\\x.exe', 'c-x-exe'],
  ['CON', 'con-hp'],
  ['com¹', 'com1-hp'],
  ['Console', 'console'],
  ['a'.repeat(39) + '  b', 'a'.repeat(39)],
])('a file of %j is named %s', (name, stem) => {
  expect(stemOf(name)).toBe(stem);
});

test('any name becomes one that every system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (name) => {
      expect(stemOf(name)).toMatch(
        /^(?!(con|prn|aux|nul|com\d|lpt\d)$)[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/,
      );
    }),
  );
});
