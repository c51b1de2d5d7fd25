import { highestAmount } from '../src/rules/index.js';
import { changing } from './changing.js';
import type { Command } from './command.js';
import { integer, note, required, target } from './options.js';
import { noteOf, requiredInteger } from './read.js';

export const revive: Command = {
  path: 'revive',
  options: [required(integer('reviveValue', 1, highestAmount)), target, note],
  ...changing('correct', (options) => {
    const value = requiredInteger(options, 'value');
    const why = noteOf(options);
    return () => ({ type: 'revive', value, ...why });
  }),
};
