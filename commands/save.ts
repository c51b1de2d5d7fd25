import { rollDie } from '../src/dice/index.js';
import { highestBonus } from '../src/rules/index.js';
import { changing } from './changing.js';
import type { Command } from './command.js';
import { integer, note, target } from './options.js';
import { integerOf, noteOf } from './read.js';

export const save: Command = {
  path: 'save',
  options: [target, integer('roll', 1, 20), integer('bonus', -highestBonus, highestBonus), note],
  ...changing('change', (options, { chance }) => {
    const roll = integerOf(options, 'roll');
    const bonus = integerOf(options, 'bonus');
    const why = noteOf(options);
    // each of several makes a save of its own
    return () => ({
      type: 'deathSave',
      roll: roll ?? rollDie(20, chance),
      ...(bonus !== undefined && { bonus }),
      ...why,
    });
  }),
};
