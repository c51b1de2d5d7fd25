import { rollAmount } from '../src/dice/index.js';
import { changing, rolled } from './changing.js';
import type { Command } from './command.js';
import { each, healAmount, note, target, yesOrNo } from './options.js';
import { isSet, noteOf, requiredText } from './read.js';

const granting = changing('change', (options, { chance }) => {
  const typed = requiredText(options, 'amount');
  const how = { ...(isSet(options, 'replace') && { replace: true as const }), ...noteOf(options) };
  return rolled(options, async () => ({
    type: 'grantTemporary',
    ...(await rollAmount(typed, chance)),
    ...how,
  }));
});

export const temp: Command = {
  path: 'temp',
  options: [healAmount, target, note, yesOrNo('replace'), each],
  ...granting,
};
