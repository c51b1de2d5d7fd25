import type { Cup } from './chance.js';
import { refuse } from './refusal.js';

/** Dice and whole numbers, added, subtracted, multiplied and divided; the dice are rolled from left to right. */
export type Formula = (cup: Cup) => Outcome;

/** What a formula came to, how it is written, and the same with the dice as they fell. */
export interface Outcome {
  value: number;
  written: string;
  fallen: string;
}

export type Operator = '+' | '-' | '*' | '/';

/** Two formulas in one. Every quotient is rounded down: SRD 5.2.1, "Round Down". */
export function calculation(left: Formula, operator: Operator, right: Formula): Formula {
  return (cup) => {
    const [a, b] = [left(cup), right(cup)];
    const written = a.written + operator + b.written;
    const value = calculate(a.value, operator, b.value);
    if (Number.isNaN(value)) refuse({ code: 'dice-division-by-zero', typed: written });
    if (!Number.isSafeInteger(value)) refuse({ code: 'amount-too-large', typed: written });
    return { value, written, fallen: a.fallen + operator + b.fallen };
  };
}

function calculate(a: number, operator: Operator, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? NaN : Math.floor(a / b);
  }
}

export function inParentheses(inner: Formula): Formula {
  return (cup) => {
    const { value, written, fallen } = inner(cup);
    return { value, written: `(${written})`, fallen: `(${fallen})` };
  };
}
