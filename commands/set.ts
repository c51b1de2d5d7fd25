import { highestAmount } from '../src/rules/index.js';
import { changing } from './changing.js';
import type { Command } from './command.js';
import { integer, note, target } from './options.js';
import { requiredInteger, requiredNote } from './read.js';

export const set: Command = {
  name: 'set',
  description: 'Put the hit points right (the owner or the DM)',
  options: [
    { ...integer('value', 'The hit points from now on', 0, highestAmount), required: true },
    { ...note, description: 'Why: what was wrong', required: true },
    target,
  ],
  run: changing('govern', (options) => ({
    type: 'set',
    value: requiredInteger(options, 'value'),
    ...requiredNote(options),
  })),
};
