import assert from 'node:assert/strict';
import { test } from '@jest/globals';
import fc from 'fast-check';
import { amountOf } from '../../src/dice/amount.js';
import { damageOf } from '../../src/dice/damage.js';
import type { Chance, Rolled } from '../../src/dice/index.js';
import { loaded, seeded } from './chances.js';
import { refusalOf } from './refused.js';

/** How many lines are tried: HP_LEDGER_RUNS=100000 tries as many, and tells which took the processor longest. */
const runs = Number(process.env.HP_LEDGER_RUNS ?? 5_000);

const types = ['fire', 'cold', 'slashing'] as const;
const typeOf = (word: string) => types.find((type) => type === word);

const text = (...choices: string[]) => fc.constantFrom(...choices);
const count = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 1_200 })).map(String);
const dice = fc
  .tuple(
    fc.oneof(text(''), count),
    text('d', 'd', 'D', 'w'),
    fc.oneof(text('4', '6', '8', '%'), count),
    text('', '', '', '!', '!>1', 'ro<3', 'r=1', 'r<5', 'min2', 'max4', '!!', '>3'),
    text('', '', 'kh1', 'kl', 'dl2', 'dh1', 'k3'),
  )
  .map((tokens) => tokens.join(''));
const { formula } = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    dice,
    count,
    fc
      .tuple(tie('formula'), text('+', ' + ', '-', '*', '/', '×'), tie('formula'))
      .map((tokens) => tokens.join('')),
    tie('formula').map((inner) => `(${inner})`),
  ),
}));
const damage = fc
  .array(fc.tuple(formula, text(' ', ''), text(...types, ''), text(' + ', ', ', ' ', '')), { maxLength: 4 })
  .map((parts) => parts.flat().join(''));
const symbols = fc.string({
  unit: text(...Array.from('0123456789dwkhlro!<>=%+-*/(). ,'), 'min', 'max', 'fire'),
  maxLength: 110,
});
const nested = fc
  .tuple(text('(', 'd(', '(((1d6)', '{', '-', 'floor('), fc.nat(110), formula)
  .map(([opening, depth, inner]) => opening.repeat(depth) + inner + ')'.repeat(depth));
const noise = fc.string({ unit: 'binary', maxLength: 200 });
const line = fc.oneof(formula, damage, damage, symbols, nested, noise);
const chance = fc.oneof(fc.integer().map(seeded), fc.integer({ min: 1, max: 1_000 }).map(loaded));

/** Counts the dice that are rolled: of 31 bits none are ever drawn again. */
function counting(chance: Chance) {
  const counted = { dice: 0, next: () => ((counted.dice += 1), chance.next() & 0x7fff_ffff) };
  return counted;
}

/** Amounts are within bounds, and every die that was rolled is told. */
function check(amounts: Rolled[], dice: number): void {
  for (const { amount, rolled = '' } of amounts) {
    assert(Number.isInteger(amount) && amount >= 0 && amount <= 9_999, `${amount}`);
    assert(rolled.length <= 1_000);
  }
  assert(amounts.reduce((sum, { amount }) => sum + amount, 0) <= 9_999);
  const told = amounts.flatMap(({ rolled = '' }) => rolled.match(/\[.*?\]/g) ?? []).join('');
  assert.equal(told.match(/\d+/g)?.length ?? 0, dice);
  assert(dice <= 100);
}

test('whatever is typed, there is an amount within bounds or a refusal', () => {
  let slowest = { milliseconds: 0, typed: '' };
  fc.assert(
    fc.property(line, fc.boolean(), chance, (typed, critical, chance) => {
      const before = process.cpuUsage();
      const amount = counting(chance);
      refusalOf(() => check([amountOf(typed, amount)], amount.dice));
      const damage = counting(chance);
      refusalOf(() => check(damageOf(typed, { critical, typeOf }, damage), damage.dice));
      const { user, system } = process.cpuUsage(before);
      const milliseconds = (user + system) / 1_000;
      if (milliseconds > slowest.milliseconds) slowest = { milliseconds, typed };
    }),
    { numRuns: runs },
  );
  if (process.env.HP_LEDGER_RUNS !== undefined) console.info(`${runs} lines, the slowest:`, slowest);
});
