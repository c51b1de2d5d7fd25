import { editions } from '../../src/roster/index.js';
import type { Command } from '../command.js';
import { choice, required } from '../options.js';
import { requiredChoice } from '../read.js';
import { changingSettings } from './change.js';

export const rules: Command = {
  path: 'settings rules',
  options: [required(choice('edition', editions, (words) => words.editions))],
  run: changingSettings((options) => ({ rules: requiredChoice(options, 'edition', editions) })),
};
