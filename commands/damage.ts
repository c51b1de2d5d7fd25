import { damageTypes } from '../src/rules/index.js';
import { changing } from './changing.js';
import type { Command } from './command.js';
import { amount, damageType, integer, note, target, yesOrNo } from './options.js';
import { amountOf, choiceOf, integerOf, isSet, noteOf } from './read.js';

export const damage: Command = {
  name: 'damage',
  description: 'Someone takes damage',
  options: [
    amount,
    target,
    damageType,
    note,
    yesOrNo('critical', 'A critical hit: two failed death saves for someone at 0'),
    yesOrNo('halved', 'Half the damage, for a successful saving throw'),
    integer('adjust', 'A flat bonus or penalty before anything is halved, -3 say', -999, 999),
  ],
  run: changing('change', (options) => {
    const type = choiceOf(options, 'type', damageTypes);
    const adjust = integerOf(options, 'adjust');
    const part = {
      amount: amountOf(options),
      ...(type !== undefined && { type }),
      ...(adjust !== undefined && { adjust }),
    };
    return {
      type: 'damage',
      parts: [part],
      ...(isSet(options, 'halved') && { halved: true }),
      ...(isSet(options, 'critical') && { critical: true }),
      ...noteOf(options),
    };
  }),
};
