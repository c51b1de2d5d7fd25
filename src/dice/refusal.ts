/** Why an amount can't be meant, and what a message about it needs to say. */
export type DiceRefused =
  | {
      code: 'amount-not-a-number' | 'amount-negative' | 'amount-fraction' | 'amount-too-large';
      typed: string;
    }
  /** It can be read, but whoever wrote it so may have meant something else. */
  | { code: 'amount-unusual'; typed: string; meant: string }
  | { code: 'amount-too-long'; length: number; most: number }
  | { code: 'dice-malformed' | 'dice-division-by-zero'; typed: string }
  /** Dice that are no amount, or that are changed in a way that is not known; `possible` are examples of those that are. */
  | { code: 'dice-unsupported'; typed: string; possible: readonly string[] }
  /** More are kept or dropped than are rolled. */
  | { code: 'dice-too-few'; typed: string }
  | { code: 'dice-too-many'; most: number }
  | { code: 'dice-sides'; least: number; most: number }
  | { code: 'damage-type-unknown' | 'damage-amount-missing'; word: string };

/** An amount that can't be taken as it was typed: nothing came of it. */
export class DiceRefusal extends Error {
  override name = 'DiceRefusal';
  constructor(readonly refused: DiceRefused) {
    super(refused.code);
  }
}

export function refuse(refused: DiceRefused): never {
  throw new DiceRefusal(refused);
}

/** For what is no notation at all: with dice in it, or without. */
export function refuseMalformed(typed: string): never {
  return refuse({ code: /[dw][\d%]/i.test(typed) ? 'dice-malformed' : 'amount-not-a-number', typed });
}
