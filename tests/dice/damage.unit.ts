import { describe, expect, test } from '@jest/globals';
import { damageOf } from '../../src/dice/damage.js';
import { falling, loaded } from './chances.js';
import { refusalOf } from './refused.js';

const words = { slashing: 'slashing', fire: 'fire', feuer: 'fire', cold: 'cold', kälte: 'cold' } as const;
type Type = (typeof words)[keyof typeof words];
const typeOf = (word: string): Type | undefined =>
  Object.entries(words).find(([known]) => known === word)?.[1];

const roll = (typed: string, ...dice: number[]) => damageOf(typed, { typeOf }, falling(...dice));
const critical = (typed: string, ...dice: number[]) =>
  damageOf(typed, { typeOf, critical: true }, falling(...dice));

describe('damage', () => {
  test('of no type', () => {
    expect(roll('7')).toEqual([{ amount: 7 }]);
    expect(roll('2d6+3', 4, 5)).toEqual([{ amount: 12, rolled: '2d6+3: [4, 5]+3' }]);
    expect(roll('2d20kl', 4, 5)).toEqual([{ amount: 4, rolled: '2d20kl: [4, 5d]' }]);
  });

  test.each([
    '2d6+3 slashing + 1d8 fire',
    '2d6+3 slashing, 1d8 fire',
    '2d6+3 slashing 1d8 fire',
    '2d6+3 Slashing+1d8 FIRE',
    '2d6 + 3slashing+1d8fire',
    '2w6+3 slashing + 1w8 Feuer',
  ])('of types: %s', (typed) => {
    expect(roll(typed, 4, 5, 8)).toEqual([
      { amount: 12, rolled: '2d6+3: [4, 5]+3', type: 'slashing' },
      { amount: 8, rolled: '1d8: [8]', type: 'fire' },
    ]);
  });

  test('that comes last without a type is of none', () => {
    expect(roll('3 fire + 1d4', 2)).toEqual([
      { amount: 3, type: 'fire' },
      { amount: 2, rolled: '1d4: [2]' },
    ]);
  });

  test('of one type is one part, wherever it stands', () => {
    expect(roll('1d8 fire + 2 cold + 3 Feuer + 1 Kälte', 5)).toEqual([
      { amount: 8, rolled: '1d8+3: [5]+3', type: 'fire' },
      { amount: 3, type: 'cold' },
    ]);
  });

  test('below 0 is 0, and takes nothing from other parts', () => {
    expect(roll('1d4-3 fire + 5 cold', 1)).toEqual([
      { amount: 0, rolled: '1d4-3: [1]-3', type: 'fire' },
      { amount: 5, type: 'cold' },
    ]);
  });

  test.each([
    ['2d6 fier', { code: 'damage-type-unknown', word: 'fier' }],
    ['2d6 fire damage', { code: 'damage-type-unknown', word: 'damage' }],
    ['fire 2d6', { code: 'damage-amount-missing', word: 'fire' }],
    ['2d6 fire + cold', { code: 'damage-amount-missing', word: 'cold' }],
    ['2d6 fire cold', { code: 'damage-amount-missing', word: 'cold' }],
    ['2d6 fire - 1d4 cold', { code: 'amount-negative', typed: '- 1d4' }],
    ['-3 fire', { code: 'amount-negative', typed: '-3' }],
    ['+3 fire', { code: 'amount-unusual', typed: '+3', meant: '3' }],
    ['3 fire + 007 cold', { code: 'amount-unusual', typed: '007', meant: '7' }],
    ['7,5 fire', { code: 'amount-fraction', typed: '7,5' }],
    ['2d6 fire +', { code: 'amount-not-a-number', typed: '+' }],
    ['2d6 fire * 2', { code: 'amount-not-a-number', typed: '* 2' }],
    ['(2d6 fire + 1d8 cold)/2', { code: 'dice-malformed', typed: '(2d6' }],
    ['fire', { code: 'amount-not-a-number', typed: 'fire' }],
    ['seven', { code: 'amount-not-a-number', typed: 'seven' }],
    ['9999 fire + 1 cold', { code: 'amount-too-large', typed: '9999 fire + 1 cold' }],
    [`1 fire + ${'1'.repeat(92)}`, { code: 'amount-too-long', length: 101, most: 100 }],
  ])('%j is refused', (typed, refused) => {
    expect(refusalOf(() => roll(typed))).toEqual(refused);
  });

  test('has 100 dice at most, of all types together', () => {
    const all = damageOf('50d6 fire + 50d6 cold', { typeOf }, loaded(1));
    expect(all.map(({ amount }) => amount)).toEqual([50, 50]);
    expect(refusalOf(() => damageOf('50d6 fire + 51d6 cold', { typeOf }, loaded(1)))).toEqual({
      code: 'dice-too-many',
      most: 100,
    });
    expect(refusalOf(() => damageOf('51d6', { typeOf, critical: true }, loaded(1)))).toMatchObject({
      code: 'dice-too-many',
    });
  });
});

describe('a critical hit', () => {
  test('rolls all dice twice, and adds what is not dice once', () => {
    expect(critical('2d6+3 slashing + d8 fire', 4, 5, 1, 2, 8, 7)).toEqual([
      { amount: 15, rolled: '2×2d6+3: [4, 5, 1, 2]+3', type: 'slashing' },
      { amount: 15, rolled: '2×d8: [8, 7]', type: 'fire' },
    ]);
  });

  test('keeps the best of each roll, not of both together', () => {
    expect(critical('2d6kh1', 5, 6, 1, 2)).toEqual([{ amount: 8, rolled: '2×2d6kh1: [5d, 6, 1d, 2]' }]);
  });

  test('tells how the dice fell in 1,000 characters too', () => {
    const typed = `50d1000max1dl49${'+1'.repeat(42)}`;
    const [part] = damageOf(typed, { typeOf, critical: true }, loaded(1_000));
    expect(part?.rolled).toHaveLength(985);
  });

  test('changes nothing where there are no dice', () => {
    expect(critical('7 fire')).toEqual([{ amount: 7, type: 'fire' }]);
  });
});
