import { highestAdjustment, highestAmount } from '../src/rules/index.js';
import { changing } from './changing.js';
import type { Command } from './command.js';
import { integer, note, target, yesOrNo } from './options.js';
import { integerOf, isSet, noteOf, refuse } from './read.js';

export const max: Command = {
  path: 'max',
  options: [
    integer('maxValue', 1, highestAmount),
    integer('maxAdjust', -highestAdjustment, highestAdjustment),
    target,
    note,
    yesOrNo('maxHeal'),
  ],
  ...changing('correct', (options) => {
    const value = integerOf(options, 'value');
    const by = integerOf(options, 'adjust');
    const how = { ...(isSet(options, 'heal') && { heal: true as const }), ...noteOf(options) };
    if (value !== undefined && by === undefined) return () => ({ type: 'setMaximum', value, ...how });
    if (by !== undefined && value === undefined) return () => ({ type: 'adjustMaximum', by, ...how });
    return refuse({ code: 'max-or-adjust' });
  }),
};
