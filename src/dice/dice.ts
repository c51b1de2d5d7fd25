import { Dice, Modifiers, Parser, Results } from './roller.js';
import { mostDice } from './chance.js';
import type { Cup } from './chance.js';
import { Face } from './face.js';
import type { Formula } from './formula.js';
import { refuse, refuseMalformed } from './refusal.js';

const leastSides = 2;
const mostSides = 1_000;

// Dice are changed in one way at most, and kept or dropped in one: of two of a kind the library would forget the
// first, and it applies several in an order of its own.
const number = '[1-9]\\d{0,3}';
const compared = `(?:(?:[<>]=?|=)${number})?`;
const changed = `(?:ro?${compared}|!${compared}|(?:min|max)${number})`;
const kept = `(?:(?:k[hl]?|d[hl])(?:${number})?)`;
const notation = new RegExp(`^([1-9]\\d*)?d([1-9]\\d*|%)(?:${changed}?${kept}?|${kept}${changed})$`);
const possible = ['4d6kh3', '2d20kl1', '4d6dl1', '2d6ro<3', '2d6r=1', '2d6!', '8d6min2', '2d6max5'];

/**
 * Reads dice: their number (one if left out), `d`, their sides (`%` is 100), and what is done to them.
 * @throws {DiceRefusal} where there are no such dice, or they make no amount (`5d6>4` counts successes).
 */
export function readDice(typed: string): Formula {
  const [, quantity = '1', sides] = notation.exec(typed) ?? [];
  if (sides === undefined) return refuse({ code: 'dice-unsupported', typed, possible });
  if (Number(quantity) > mostDice) refuse({ code: 'dice-too-many', most: mostDice });
  if (Number(sides) < leastSides || Number(sides) > mostSides)
    refuse({ code: 'dice-sides', least: leastSides, most: mostSides });

  // the library wants to be told how many are kept
  const parsed: unknown[] = Parser.parse(typed.replace(/[khl](?![hl\d])/, '$&1'));
  const [dice] = parsed;
  if (!(dice instanceof Dice.StandardDice)) return refuseMalformed(typed);
  // of fewer dice than are to be kept the library drops some
  if (keptOrDropped(dice) > dice.qty) refuse({ code: 'dice-too-few', typed });
  return (cup) => {
    const rolls = Array.from({ length: cup.times }, () => new DiceFromCup(dice, cup).roll().rolls);
    const results = new Results.RollResults(rolls.flat());
    const written = cup.times === 1 ? typed : `${cup.times}×${typed}`;
    return { value: results.value, written, fallen: results.toString() };
  };
}

function keptOrDropped({ modifiers }: Dice.StandardDice): number {
  const kept = Array.from(modifiers?.values() ?? []).find((one) => one instanceof Modifiers.KeepModifier);
  return kept?.qty ?? 0;
}

/** The library's dice, rolled from our cup: those that are rolled again or added too. */
class DiceFromCup extends Dice.StandardDice {
  constructor(
    dice: Dice.StandardDice,
    private readonly cup: Cup,
  ) {
    super(dice.max, dice.qty, dice.modifiers);
  }

  override rollOnce(): Results.RollResult {
    return new Face(this.cup.roll(this.max));
  }
}
