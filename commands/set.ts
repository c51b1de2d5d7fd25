import { highestAmount, longestNote } from '../src/rules/index.js';
import { changing } from './changing.js';
import type { Command } from './command.js';
import { integer, required, target, text } from './options.js';
import { requiredInteger, requiredNote } from './read.js';

export const set: Command = {
  path: 'set',
  options: [
    required(integer('setValue', 0, highestAmount)),
    required({ ...text('setNote'), max_length: longestNote }),
    target,
  ],
  ...changing('correct', (options) => {
    const value = requiredInteger(options, 'value');
    const why = requiredNote(options);
    return () => ({ type: 'set', value, ...why });
  }),
};
