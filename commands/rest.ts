import { rollDie } from '../src/dice/index.js';
import type { Chance } from '../src/dice/index.js';
import type { Targeted } from '../src/party/index.js';
import { PartyRefusal } from '../src/party/index.js';
import { highestHitDice } from '../src/rules/index.js';
import { changing } from './changing.js';
import type { Command } from './command.js';
import { readDice } from './hit-dice.js';
import { choice, note, required, target, text } from './options.js';
import { requiredChoice, noteOf, refuse, textOf } from './read.js';

const kinds = ['short', 'long'] as const;

export const rest: Command = {
  path: 'rest',
  options: [
    required(choice('restKind', kinds, (words) => words.choices.rests)),
    target,
    text('restDice'),
    note,
  ],
  ...changing('change', (options, { chance }) => {
    const kind = requiredChoice(options, 'kind', kinds);
    const typed = textOf(options, 'dice');
    const why = noteOf(options);
    const wanted = typed === undefined ? undefined : spending(typed);
    return async (targeted) => {
      const dice = wanted === undefined ? [] : await wanted(targeted, chance);
      return { type: 'rest', kind, ...(dice.length > 0 && { dice }), ...why };
    };
  }),
};

type Spend = (targeted: Targeted, chance: Chance) => Promise<{ die: number; roll: number }[]>;

/** Which hit dice are spent: so many, the largest first, or those that are named. */
function spending(typed: string): Spend {
  const count = /^\s*\d{1,3}\s*$/.test(typed) ? Number(typed) : undefined;
  if (count !== undefined && count > highestHitDice) refuse({ code: 'hit-dice-malformed', typed });
  const named = count === undefined ? readDice(typed) : [];
  return async (targeted, chance) => {
    const sides =
      count === undefined
        ? named.flatMap(({ die, total }) => Array<number>(total).fill(die))
        : await largest(targeted, count);
    return sides.map((die) => ({ die, roll: rollDie(die, chance) }));
  };
}

/** So many of a character's hit dice; where fewer are left the rules will refuse them. */
async function largest({ character: { name }, state }: Targeted, count: number): Promise<number[]> {
  const dice = [...(await state()).hitDice].sort((a, b) => b.die - a.die);
  const [first] = dice;
  if (first === undefined) throw new PartyRefusal({ code: 'no-hit-dice-known', name });
  const left = dice.flatMap(({ die, left }) => Array<number>(left).fill(die)).slice(0, count);
  return [...left, ...Array<number>(count - left.length).fill(first.die)];
}
