import { longestName } from '../../src/roster/index.js';
import { highestAmount, highestConstitution, lowestConstitution } from '../../src/rules/index.js';
import { answerWhenKnown } from '../answer.js';
import { ofOne } from '../changes.js';
import type { Command } from '../command.js';
import { choice, integer, required, text, user, yesOrNo } from '../options.js';
import { booleanOf, choiceOf, integerOf, requiredInteger, requiredText, textOf } from '../read.js';
import { kinds, sheetOptions } from './sheet-options.js';

export const add: Command = {
  path: 'character add',
  options: [
    required({ ...text('newName'), max_length: longestName }),
    required(integer('max', 1, highestAmount)),
    integer('hp', 1, highestAmount),
    choice('kind', kinds, (words) => words.choices.kinds),
    user('player'),
    text('hitDice'),
    integer('con', lowestConstitution, highestConstitution),
    yesOrNo('hidden'),
    yesOrNo('deathSaves'),
  ],
  async run(request, options, { party, words }) {
    const current = integerOf(options, 'hp');
    const owner = textOf(options, 'player');
    const hidden = booleanOf(options, 'hidden');
    const outcome = await party.add(request, {
      name: requiredText(options, 'name'),
      kind: choiceOf(options, 'kind', kinds) ?? 'pc',
      max: requiredInteger(options, 'max'),
      ...(owner !== undefined && { owner }),
      ...(current !== undefined && { current }),
      ...(hidden !== undefined && { hidden }),
      ...sheetOptions(options),
    });
    return answerWhenKnown(words, outcome, (changed) => ofOne(words, changed));
  },
};
