import { describe, expect, test } from '@jest/globals';
import { amountOf } from '../../src/dice/amount.js';
import { falling, loaded, seeded } from './chances.js';
import { refusalOf } from './refused.js';

const none = falling();
const possible = expect.any(Array);

describe('a number', () => {
  test.each([
    ['7', 7],
    ['0', 0],
    ['9999', 9_999],
    [' 7 ', 7],
    ['12+5', 17],
    ['2*(3+4)', 14],
    ['20-3-4', 13],
    ['2 + 3 × 4', 14],
    ['20 ÷ 4 ÷ 2', 2],
  ])('%j is %i, and rolls nothing', (typed, amount) => {
    expect(amountOf(typed, none)).toEqual({ amount });
  });

  test.each([
    ['-7', { code: 'amount-negative', typed: '-7' }],
    ['−7', { code: 'amount-negative', typed: '−7' }],
    ['–7', { code: 'amount-negative', typed: '–7' }],
    ['－7', { code: 'amount-negative', typed: '－7' }],
    ['-1d6', { code: 'amount-negative', typed: '-1d6' }],
    ['-(1d6)', { code: 'amount-negative', typed: '-(1d6)' }],
    ['007', { code: 'amount-unusual', typed: '007', meant: '7' }],
    ['+7', { code: 'amount-unusual', typed: '+7', meant: '7' }],
    ['７', { code: 'amount-unusual', typed: '７', meant: '7' }],
    ['２ｄ６＋３', { code: 'amount-unusual', typed: '２ｄ６＋３', meant: '2d6+3' }],
    ['+2d6', { code: 'amount-unusual', typed: '+2d6', meant: '2d6' }],
    ['7.5', { code: 'amount-fraction', typed: '7.5' }],
    ['7,5', { code: 'amount-fraction', typed: '7,5' }],
    ['10000', { code: 'amount-too-large', typed: '10000' }],
    ['9999+1', { code: 'amount-too-large', typed: '9999+1' }],
    ['99999999999999999999', { code: 'amount-too-large', typed: '99999999999999999999' }],
    ['9999*9999*9999*9999*9999/9999', { code: 'amount-too-large', typed: '9999*9999*9999*9999' }],
    ['7/0', { code: 'dice-division-by-zero', typed: '7/0' }],
    ['1'.repeat(101), { code: 'amount-too-long', length: 101, most: 100 }],
  ])('%j is refused', (typed, refused) => {
    expect(refusalOf(() => amountOf(typed, none))).toEqual(refused);
  });

  test.each([
    ...[
      '',
      ' ',
      'seven',
      '**7**',
      '1e9',
      '0x10',
      'NaN',
      'Infinity',
      '٧',
      '1 000',
      '7+',
      '(7',
      '7)',
      '()',
      '2(3)',
    ],
    ...['½', '2**3', '2^3', '7%', '7%2', 'pow(2,3)', 'd', '7d', 'x'.repeat(6_000)],
  ])('%j is none', (typed) => {
    expect(refusalOf(() => amountOf(typed, none))).toEqual({
      code: 'amount-not-a-number',
      typed: typed.trim(),
    });
  });
});

describe('dice', () => {
  test.each([
    ['d20', [13], 13, 'd20: [13]'],
    ['D20', [13], 13, 'd20: [13]'],
    ['2d6+3', [4, 5], 12, '2d6+3: [4, 5]+3'],
    [' 2d6  + 3 ', [4, 5], 12, '2d6+3: [4, 5]+3'],
    ['2w6', [4, 5], 9, '2d6: [4, 5]'],
    ['W20+1', [7], 8, 'd20+1: [7]+1'],
    ['d%', [99], 99, 'd%: [99]'],
    ['2d%', [100, 1], 101, '2d%: [100, 1]'],
    ['1d1000', [1_000], 1_000, '1d1000: [1000]'],
    ['2d6−1', [4, 5], 8, '2d6-1: [4, 5]-1'],
    ['2d6×2', [4, 5], 18, '2d6*2: [4, 5]*2'],
    ['(1d8+4)/2', [3], 3, '(1d8+4)/2: ([3]+4)/2'],
    ['1d8+2*1d4', [5, 3], 11, '1d8+2*1d4: [5]+2*[3]'],
  ])('%j', (typed, dice, amount, rolled) => {
    expect(amountOf(typed, falling(...dice))).toEqual({ amount, rolled });
  });

  test.each([
    ['the highest are kept', '4d6kh3', [2, 6, 5, 4], 15, '[2d, 6, 5, 4]'],
    ['k is kh', '4d6k3', [2, 6, 5, 4], 15, '[2d, 6, 5, 4]'],
    ['one is kept if no number is given', '2d20kh', [7, 15], 15, '[7d, 15]'],
    ['the lowest are kept', '2d20kl1', [7, 15], 7, '[7, 15d]'],
    ['the lowest are dropped', '4d6dl1', [2, 6, 5, 4], 15, '[2d, 6, 5, 4]'],
    ['the highest are dropped', '3d6dh', [2, 6, 5], 7, '[2, 6d, 5]'],
    ['all may be kept', '2d6kh2', [2, 6], 8, '[2, 6]'],
    ['of those that came later too', '2d6!kh2', [6, 1, 5], 11, '[6!, 5, 1d]'],
    ['nothing is left if all are dropped', '2d6dl2', [2, 6], 0, '[2d, 6d]'],
    ['low dice are rolled again, once', '3d6ro<3', [1, 5, 2, 2, 6], 13, '[1→2ro, 5, 2→6ro]'],
    ['low dice are rolled again, until they are not', '2d6r<=2', [1, 5, 2, 1, 6], 11, '[1→2→1→6r, 5]'],
    ['ones are rolled again if nothing is said', '2d6r', [1, 5, 3], 8, '[1→3r, 5]'],
    ['the highest bring about another die', '2d6!', [6, 3, 6, 1], 16, '[6!, 6!, 1, 3]'],
    ['others bring about another die', '2d6!>=5', [5, 3, 4], 12, '[5!, 4, 3]'],
    ['each counts at least', '3d8min2', [1, 2, 8], 12, '[1^, 2, 8]'],
    ['each counts at most', '3d8max5', [1, 5, 8], 11, '[1, 5, 8v]'],
    ['rolled again, then kept', '3d6ro=1kh2', [1, 2, 5, 4], 9, '[1→4ro, 2d, 5]'],
    ['the same, written the other way round', '3d6kh2ro=1', [1, 2, 5, 4], 9, '[1→4ro, 2d, 5]'],
  ])('%s: %s', (_, typed, dice, amount, fallen) => {
    expect(amountOf(typed, falling(...dice))).toEqual({ amount, rolled: `${typed}: ${fallen}` });
  });

  test('every quotient is rounded down, and what is below 0 is 0', () => {
    expect(amountOf('7/2*2', none)).toEqual({ amount: 6 });
    expect(amountOf('49*(1/49)', none)).toEqual({ amount: 0 });
    expect(amountOf('10+(1d4-8)/2', falling(3))).toEqual({
      amount: 7,
      rolled: '10+(1d4-8)/2: 10+([3]-8)/2',
    });
    expect(amountOf('1d4-3', falling(1))).toEqual({ amount: 0, rolled: '1d4-3: [1]-3' });
  });

  test.each([
    ['101d6', { code: 'dice-too-many', most: 100 }],
    ['999999999999d6', { code: 'dice-too-many', most: 100 }],
    ['51d6+50d6', { code: 'dice-too-many', most: 100 }],
    ['100d2!', { code: 'dice-too-many', most: 100 }],
    ['2d6!>=1', { code: 'dice-too-many', most: 100 }],
    ['2d6r<=6', { code: 'dice-too-many', most: 100 }],
    ['d1001', { code: 'dice-sides', least: 2, most: 1_000 }],
    [`d${'9'.repeat(90)}`, { code: 'dice-sides', least: 2, most: 1_000 }],
    ['d1', { code: 'dice-sides', least: 2, most: 1_000 }],
    ['2d6kh3', { code: 'dice-too-few', typed: '2d6kh3' }],
    ['2d6dh3', { code: 'dice-too-few', typed: '2d6dh3' }],
    ['100d100*51', { code: 'amount-too-large', typed: '100d100*51' }],
    ['1/(1d4-2)', { code: 'dice-division-by-zero', typed: '1/(1d4-2)' }],
    ['2d6.5', { code: 'dice-unsupported', typed: '2d6.5', possible }],
    ['2d6+1.5', { code: 'dice-malformed', typed: '2d6+1.5' }],
  ])('%j is out of bounds', (typed, refused) => {
    expect(refusalOf(() => amountOf(typed, loaded(2)))).toEqual(refused);
  });

  test.each([
    ...[
      '5d6>4',
      '5d6>4f1',
      '4d6!!',
      '4d6!p',
      '4dF',
      '2dF.1',
      '4d6u',
      '4d6sa',
      '4d6cs>5',
      '0d6',
      'd0',
      '1d6d6',
    ],
    ...[
      '4d6kh0',
      '4d6r1',
      '2d6[fire]',
      '2d6;d6',
      '4d6kh3kl2',
      '4d6r=1r=2',
      '4d6!r',
      '8d6min2max5',
      '2d6min-1',
    ],
  ])('%j is not known, and what is known is said', (typed) => {
    expect(refusalOf(() => amountOf(typed, none))).toMatchObject({ possible });
  });

  test.each([
    ...[
      '2d6+',
      '2d6++3',
      '2d6 3',
      '2d6 kh1',
      '(2d6',
      '2d6)',
      '()2d6',
      'd(d6)',
      '(1+1)d6',
      'd6(2)',
      '{2d6,1d8}kh1',
    ],
    ...['floor(d6)', 'pow(d6,2)', '2d6**9', '9^9^d6', '2d6 # fire', '2d6//x', '2d6/*x*/'],
  ])('%j is no formula', (typed) => {
    expect(refusalOf(() => amountOf(typed, none))).toMatchObject({ code: 'dice-malformed' });
  });
});

test('the same chance rolls the same', () => {
  const roll = () => amountOf('8d6!+4d10ro<3', seeded(7));
  expect(roll()).toEqual(roll());
});

test('how the dice fell fits into 1,000 characters, however much was typed', () => {
  const typed = `100d1000max1dl91${'+1'.repeat(42)}`;
  expect(typed).toHaveLength(100);
  expect(amountOf(typed, loaded(1_000)).rolled).toHaveLength(977);
});
