import { rollDamage } from '../src/dice/index.js';
import { damageTypes, highestAdjustment } from '../src/rules/index.js';
import type { Command as RulesCommand } from '../src/rules/index.js';
import { changing, rolled } from './changing.js';
import type { Command, Tools } from './command.js';
import { amount, damageType, each, integer, note, target, yesOrNo } from './options.js';
import { choiceOf, integerOf, isSet, noteOf, requiredText } from './read.js';
import type { Options } from './request.js';
import { damageTypeCalled } from './types.js';

export const damaging = changing('change', (options, tools) => {
  const read = reading(options);
  return rolled(options, () => read(tools));
});

export const damage: Command = {
  path: 'damage',
  options: [
    amount,
    target,
    damageType,
    note,
    yesOrNo('critical'),
    yesOrNo('halved'),
    integer('adjust', -highestAdjustment, highestAdjustment),
    yesOrNo('knockOut'),
    each,
  ],
  ...damaging,
};

/** What was filled in; the dice fall each time the command is made. */
function reading(options: Options): (tools: Pick<Tools, 'chance'>) => Promise<RulesCommand> {
  const typed = requiredText(options, 'amount');
  const critical = isSet(options, 'critical');
  const type = choiceOf(options, 'type', damageTypes);
  const adjust = integerOf(options, 'adjust');
  const how = {
    ...(isSet(options, 'halved') && { halved: true as const }),
    ...(adjust !== undefined && { adjust }),
    ...(critical && { critical }),
    ...(isSet(options, 'knock-out') && { knockOut: true as const }),
    ...noteOf(options),
  };
  return async ({ chance }) => {
    const rolls = await rollDamage(typed, { critical, typeOf: damageTypeCalled }, chance);
    const parts = rolls.map((part) => ({ ...(type && { type }), ...part }));
    return { type: 'damage', parts, ...how };
  };
}
