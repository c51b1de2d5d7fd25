import { highestBonus } from '../src/rules/index.js';
import { changing } from './changing.js';
import type { Command } from './command.js';
import { integer, target } from './options.js';
import { integerOf } from './read.js';

export const save: Command = {
  name: 'save',
  description: 'A death save, for who is dying',
  options: [
    target,
    integer('roll', 'What the d20 shows. Left out: the bot rolls', 1, 20),
    integer('bonus', 'Added to the roll; a natural 1 or 20 goes first', -highestBonus, highestBonus),
  ],
  run: changing('change', (options, party) => {
    const bonus = integerOf(options, 'bonus');
    return {
      type: 'deathSave',
      roll: integerOf(options, 'roll') ?? party.roll(20),
      ...(bonus !== undefined && { bonus }),
    };
  }),
};
