import { changing } from './changing.js';
import type { Command } from './command.js';
import { note, target } from './options.js';
import { noteOf } from './read.js';

export const stabilize: Command = {
  path: 'stabilize',
  options: [target, note],
  ...changing('change', (options) => {
    const why = noteOf(options);
    return () => ({ type: 'stabilize', ...why });
  }),
};
