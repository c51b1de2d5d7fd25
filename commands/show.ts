import { sheet } from '../src/replies/index.js';
import type { Command } from './command.js';
import { oneTarget } from './options.js';
import { textOf } from './read.js';

export const show: Command = {
  path: 'show',
  options: [oneTarget],
  run: async (request, options, { party, words }) =>
    sheet(words, await party.sheet(request, textOf(options, 'target'))),
};
