import { highestAmount } from '../rules/index.js';
import { readDice } from './dice.js';
import { calculation, inParentheses } from './formula.js';
import type { Formula, Operator } from './formula.js';
import { refuse, refuseMalformed } from './refusal.js';

/**
 * Reads a formula: `2d6+3`, `(1d8+4)/2`. The German `2w6` is `2d6`.
 * @param typed the same as it was typed, for the refusal.
 * @throws {DiceRefusal} where it is none, or asks for dice that can't be rolled.
 */
export function readFormula(usual: string, typed: string): Formula {
  const text = usual
    .toLowerCase()
    .replace(/(?<![a-z])w(?=[\d%])/g, 'd')
    .replaceAll('×', '*')
    .replaceAll('÷', '/');
  const tokens = text.match(/[-+*/()]|[^-+*/()\s]+/g) ?? [];
  let position = 0;

  const next = <Token extends string>(...wanted: Token[]): Token | undefined => {
    const found = wanted.find((token) => token === tokens[position]);
    if (found !== undefined) position += 1;
    return found;
  };
  const chain = (operand: () => Formula, ...operators: Operator[]): Formula => {
    let formula = operand();
    for (let operator = next(...operators); operator !== undefined; operator = next(...operators))
      formula = calculation(formula, operator, operand());
    return formula;
  };
  const sum = (): Formula => chain(product, '+', '-');
  const product = (): Formula => chain(factor, '*', '/');
  const factor = (): Formula => {
    if (next('(') === undefined) return readFactor(tokens[position++] ?? '') ?? refuseMalformed(typed);
    const inner = sum();
    return next(')') === undefined ? refuseMalformed(typed) : inParentheses(inner);
  };

  const formula = sum();
  return position < tokens.length ? refuseMalformed(typed) : formula;
}

/** Dice or a number; nothing where it is neither. */
function readFactor(token: string): Formula | undefined {
  if (/^\d*d[\d%f]/.test(token)) return readDice(token);
  if (!/^\d+$/.test(token)) return undefined;
  const value = Number(token);
  if (value > highestAmount) refuse({ code: 'amount-too-large', typed: token });
  return () => ({ value, written: `${value}`, fallen: `${value}` });
}
