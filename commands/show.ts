import { sheet } from '../src/replies/index.js';
import type { Command } from './command.js';
import { target } from './options.js';
import { textOf } from './read.js';

export const show: Command = {
  name: 'show',
  description: 'A character as it is now',
  options: [target],
  async run(request, options, party) {
    const { character, latest } = await party.sheet(request, textOf(options, 'target'));
    return sheet({ ...character, latest });
  },
};
