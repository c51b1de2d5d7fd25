import { highestAmount } from '../rules/index.js';
import { checkText, readAmount, rolledOf } from './amount.js';
import type { Rolled } from './amount.js';
import { cupOf } from './chance.js';
import type { Chance } from './chance.js';
import { calculation } from './formula.js';
import type { Formula } from './formula.js';
import { refuse } from './refusal.js';

/** Damage of one type; without one where none was typed. */
export interface RolledPart<Type extends string> extends Rolled {
  type?: Type;
}

/** What is needed to roll damage. */
export interface DamageOptions<Type extends string> {
  /** A critical hit: its dice are rolled twice. */
  critical?: boolean;
  /** The type of damage that a word in lower case means, if any. */
  typeOf: (word: string) => Type | undefined;
}

/**
 * Damage by types, `2d6+3 slashing + 1d8 fire`: what stands before a type is of that type, and what comes last may be
 * of none. All of one type is one part, so that it is halved and rounded once.
 * @throws {DiceRefusal} where it can't be meant, or is out of bounds.
 */
export function damageOf<Type extends string>(
  typed: string,
  { critical = false, typeOf }: DamageOptions<Type>,
  chance: Chance,
): RolledPart<Type>[] {
  checkText(typed);
  const formulas = new Map<Type | undefined, Formula>();
  for (const { text, type } of partsOf(typed, typeOf)) {
    const formula = readAmount(text);
    const before = formulas.get(type);
    formulas.set(type, before === undefined ? formula : calculation(before, '+', formula));
  }

  const cup = cupOf(chance, critical);
  const parts = Array.from(formulas, ([type, formula]) => ({
    ...rolledOf(formula(cup), typed),
    ...(type !== undefined && { type }),
  }));
  const sum = parts.reduce((sum, { amount }) => sum + amount, 0);
  if (sum > highestAmount) refuse({ code: 'amount-too-large', typed: typed.trim() });
  return parts;
}

/** Damage cut after each type. A plus or a comma between two parts belongs to neither. */
function* partsOf<Type extends string>(typed: string, typeOf: DamageOptions<Type>['typeOf']) {
  let end = 0;
  const textBefore = (start: number) => {
    const text = typed.slice(end, start);
    return end === 0 ? text : text.replace(/^\s*[+,](?=.*\S)/s, '');
  };
  for (const { 0: word, index } of typed.matchAll(/\p{L}[\p{L}\p{M}]*/gu)) {
    const type = typeOf(word.toLowerCase());
    const after = index + word.length;
    if (type === undefined && isNotation(typed, index, after)) continue;
    if (type === undefined) refuse({ code: 'damage-type-unknown', word });
    const text = textBefore(index);
    if (/^[\s+,]*$/.test(text)) refuse({ code: 'damage-amount-missing', word });
    yield { text, type };
    end = after;
  }
  const last = textBefore(typed.length);
  if (end === 0 || last.trim() !== '') yield { text: last, type: undefined };
}

/** Letters that touch a digit belong to dice: `2d6`, `4d6kh3`, `2d20kl`, `4d6!kh`. */
function isNotation(typed: string, start: number, end: number): boolean {
  return /[\d%!]/.test(typed.charAt(start - 1) + typed.charAt(end));
}
