import { changing } from './changing.js';
import type { Command } from './command.js';
import { amount, note, target, yesOrNo } from './options.js';
import { amountOf, isSet, noteOf } from './read.js';

export const temp: Command = {
  name: 'temp',
  description: 'Someone gains temporary hit points; they do not stack, the higher stays',
  options: [amount, target, note, yesOrNo('replace', 'Take the new ones even if they are fewer')],
  run: changing('change', (options) => ({
    type: 'grantTemporary',
    amount: amountOf(options),
    ...(isSet(options, 'replace') && { replace: true }),
    ...noteOf(options),
  })),
};
