import { changing } from './changing.js';
import type { Command } from './command.js';
import { amount, note, target } from './options.js';
import { amountOf, noteOf } from './read.js';

export const heal: Command = {
  name: 'heal',
  description: 'Someone regains hit points',
  options: [amount, target, note],
  run: changing('change', (options) => ({ type: 'heal', amount: amountOf(options), ...noteOf(options) })),
};
