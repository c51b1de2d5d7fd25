import { highestAmount } from '../rules/index.js';
import { cupOf } from './chance.js';
import type { Chance } from './chance.js';
import type { Formula, Outcome } from './formula.js';
import { readFormula } from './read-formula.js';
import { refuse } from './refusal.js';

/** The longest text of an amount, in code points. */
const longestAmount = 100;

/** An amount with its dice rolled. */
export interface Rolled {
  /** A whole number from 0 to 9,999. */
  amount: number;
  /** How the dice fell, `2d6+3: [4, 5]+3`; at most 1,000 characters. Absent where there were none. */
  rolled?: string;
}

/**
 * One amount without types: `7`, `2d6+3`. What comes to less than nothing is 0.
 * @throws {DiceRefusal} where it can't be meant, or is out of bounds.
 */
export function amountOf(typed: string, chance: Chance): Rolled {
  checkText(typed);
  return rolledOf(readAmount(typed)(cupOf(chance, false)), typed);
}

/** @throws {DiceRefusal} for what holds no number at all, and what is too long to be read. */
export function checkText(typed: string): void {
  if (!/[\d%]/.test(typed.normalize('NFKC'))) refuse({ code: 'amount-not-a-number', typed: typed.trim() });
  const length = Array.from(typed.trim()).length;
  if (length > longestAmount) refuse({ code: 'amount-too-long', length, most: longestAmount });
}

/** @throws {DiceRefusal} where it is no amount, or written so that something else may be meant. */
export function readAmount(text: string): Formula {
  const typed = text.trim();
  const plain = withHyphens(typed.replace(/\s+/g, ' '));
  const usual = withHyphens(plain.normalize('NFKC')).replace(/^\+?0*(?=\d)/, '');
  if (/^- ?\(*[dw]?\d/i.test(usual)) refuse({ code: 'amount-negative', typed });
  if (/^\d+[.,]\d+$/.test(usual)) refuse({ code: 'amount-fraction', typed });
  const formula = readFormula(usual, typed);
  return usual === plain ? formula : refuse({ code: 'amount-unusual', typed, meant: usual });
}

/** @throws {DiceRefusal} where it came to more than an amount can be. */
export function rolledOf({ value, written, fallen }: Outcome, typed: string): Rolled {
  if (value > highestAmount) refuse({ code: 'amount-too-large', typed: typed.trim() });
  return { amount: Math.max(0, value), ...(fallen !== written && { rolled: `${written}: ${fallen}` }) };
}

function withHyphens(text: string): string {
  return text.replace(/[−–]/g, '-');
}
