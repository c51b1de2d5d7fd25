import { policies } from '../../src/roster/index.js';
import type { Command } from '../command.js';
import { choice, required } from '../options.js';
import { requiredChoice } from '../read.js';
import { changingSettings } from './change.js';

export const whoMayChange: Command = {
  path: 'settings who-may-change',
  options: [required(choice('policy', policies, (words) => words.choices.policies))],
  run: changingSettings((options) => ({ whoMayChange: requiredChoice(options, 'policy', policies) })),
};
