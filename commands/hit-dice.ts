import { refuse } from './read.js';

/**
 * Hit dice as they are written, `5d10` or `3d10 + 2d6`, one of a kind as `d8`.
 * @throws {OptionRefusal} where they are written otherwise. Whether there are such dice, the rules say.
 */
export function readDice(typed: string): { die: number; total: number }[] {
  const terms = typed.normalize('NFKC').split(/[+,]/);
  const dice = terms.map((term) => {
    const [, total, die] = /^\s*(\d{0,3})\s*[dw]\s*(\d{1,2})\s*$/i.exec(term) ?? [];
    return die === undefined || total === undefined
      ? refuse({ code: 'hit-dice-malformed', typed })
      : { die: Number(die), total: total === '' ? 1 : Number(total) };
  });
  const sum = dice.reduce((all, { total }) => all + total, 0);
  return sum < 1 || sum > 600 ? refuse({ code: 'hit-dice-malformed', typed }) : dice;
}
