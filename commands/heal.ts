import { rollAmount } from '../src/dice/index.js';
import { changing, rolled } from './changing.js';
import type { Command } from './command.js';
import { each, healAmount, note, target } from './options.js';
import { noteOf, requiredText } from './read.js';

export const healing = changing('change', (options, { chance }) => {
  const typed = requiredText(options, 'amount');
  const why = noteOf(options);
  return rolled(options, async () => ({ type: 'heal', ...(await rollAmount(typed, chance)), ...why }));
});

export const heal: Command = { path: 'heal', options: [healAmount, target, note, each], ...healing };
