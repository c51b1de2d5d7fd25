import { describe, expect, test } from '@jest/globals';
import { bar } from '../../src/replies/gauge.js';
import { plain, shortened, signed } from '../../src/replies/text.js';
import { decide, evolve } from '../../src/rules/index.js';

describe('what people typed', () => {
  test.each([
    ['Thorin', 'Thorin'],
    ['**bold** _it_ ~~s~~ `c` ||s||', '\\*\\*bold\\*\\* \\_it\\_ \\~\\~s\\~\\~ \\`c\\` \\|\\|s\\|\\|'],
    ['[x](http://x) <@1> <t:1> @here # h', '\\[x\\]\\(http\\://x\\) \\<\\@1\\> \\<t\\:1\\> \\@here \\# h'],
    ['back\\slash', 'back\\\\slash'],
    ['turned \u202egnp\u202c', 'turned gnp'],
    ['bell\u0007', 'bell'],
    ['שרה', '\u2068שרה\u2069'],
    ['🐉 é 钢', '🐉 é 钢'],
  ])('%j is shown as it is', (typed, shown) => {
    expect(plain(typed)).toBe(shown);
  });

  test('is shortened between characters', () => {
    expect(shortened('🐉🐉🐉', 3)).toBe('🐉🐉🐉');
    expect(shortened('🐉🐉🐉🐉', 3)).toBe('🐉🐉…');
  });
});

test('a change bears its sign', () => {
  expect([signed(7), signed(-7), signed(0)]).toEqual(['+7', '−7', '+0']);
});

describe('the bar', () => {
  const full = evolve(undefined, decide(undefined, { type: 'enroll', kind: 'pc', max: 31 }, '5.2'));
  test.each([
    [31, '▰▰▰▰▰▰▰▰▰▰'],
    [30, '▰▰▰▰▰▰▰▰▰▱'],
    [16, '▰▰▰▰▰▱▱▱▱▱'],
    [1, '▰▱▱▱▱▱▱▱▱▱'],
    [0, '▱▱▱▱▱▱▱▱▱▱'],
  ])('at %d of 31 is %s', (current, shown) => {
    expect(bar({ ...full, current })).toBe(shown);
  });
});
