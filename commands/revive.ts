import { highestAmount } from '../src/rules/index.js';
import { changing } from './changing.js';
import type { Command } from './command.js';
import { integer, note, target } from './options.js';
import { noteOf, requiredInteger } from './read.js';

export const revive: Command = {
  name: 'revive',
  description: 'Bring someone back from the dead (the owner or the DM)',
  options: [
    { ...integer('value', 'The hit points to come back with', 1, highestAmount), required: true },
    target,
    note,
  ],
  run: changing('govern', (options) => ({
    type: 'revive',
    value: requiredInteger(options, 'value'),
    ...noteOf(options),
  })),
};
