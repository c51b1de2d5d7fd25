import { describe, expect, test } from '@jest/globals';
import { decide } from '../../src/roster/index.js';
import { adding, rosterAfter } from './given.js';

const kept = (typed: string) => {
  const event = decide(undefined, adding(typed));
  return event.type === 'CharacterAdded' ? event.details.name : undefined;
};
const refusalOf = (typed: string, roster = rosterAfter()) => {
  try {
    decide(roster, adding(typed));
  } catch (error) {
    return (error as { refused: unknown }).refused;
  }
  return 'no refusal';
};

describe('a name', () => {
  test.each([
    ['Thorin', 'Thorin'],
    ['  Thorin   Oakenshield ', 'Thorin Oakenshield'],
    ['E\u0301owyn', 'Éowyn'],
    ['**Thorin**', '**Thorin**'],
    ['<@123456789012345678>', '<@123456789012345678>'],
    ['🐉', '🐉'],
    ['🧙‍♀️ Lia', '🧙‍♀️ Lia'],
    ['❤️ Ada', '❤️ Ada'],
    ['می‌خواهم', 'می‌خواهم'],
    ['गन्धर्व', 'गन्धर्व'],
    ['钢铁侠', '钢铁侠'],
    ['x'.repeat(32), 'x'.repeat(32)],
    ['Goblin 2', 'Goblin 2'],
  ])('%j is kept as %j', (typed, name) => {
    expect(kept(typed)).toBe(name);
  });

  test.each([
    ['nothing', '', 'name-empty'],
    ['white space', ' \t ', 'name-empty'],
    ['punctuation alone', '***', 'name-empty'],
    ['an accent alone', '\u0301', 'name-empty'],
    ['a zero-width space', 'Tho\u200brin', 'name-invisible'],
    ['a joiner that joins nothing', 'Thorin\u200d', 'name-invisible'],
    ['a right-to-left mark', '\u200fThorin', 'name-invisible'],
    ['a right-to-left override', '\u202enirohT', 'name-invisible'],
    ['a Hangul filler', '\u3164', 'name-invisible'],
    ['a blank Braille cell', '\u2800', 'name-invisible'],
    ['a control character', 'Tho\u0007rin', 'name-invisible'],
    ['half of an emoji', 'Thorin \ud83d', 'name-invisible'],
    ['a heap of accents', `T\u0301\u0302\u0303\u0304\u0305horin`, 'name-marks'],
    ['a comma', 'Thorin, Lia', 'name-comma'],
    ['the whole party', 'Párty', 'name-reserved'],
    ['33 characters', 'x'.repeat(33), 'name-too-long'],
  ])('may not be %s', (_, typed, code) => {
    expect(refusalOf(typed)).toMatchObject({ code });
  });

  test.each(['Thorin', 'thorin', 'THORIN', 'Thórin', ' Thorin ', 'Ｔｈｏｒｉｎ'])(
    'is taken by Thorin for another %j',
    (typed) => {
      expect(refusalOf(typed, rosterAfter(adding('Thorin')))).toEqual({
        code: 'name-taken',
        name: 'Thorin',
      });
    },
  );

  test('ß and ss are one, other letters are not folded together', () => {
    expect(refusalOf('STRASSE', rosterAfter(adding('Straße')))).toMatchObject({ code: 'name-taken' });
    expect(refusalOf('か', rosterAfter(adding('が')))).toBe('no refusal');
    expect(refusalOf('कि', rosterAfter(adding('का')))).toBe('no refusal');
  });
});
