import { highestConstitution, lowestConstitution } from '../../src/rules/index.js';
import { answerWhenKnown } from '../answer.js';
import { edited } from '../changes.js';
import type { Command } from '../command.js';
import { choice, integer, requiredTarget, text, yesOrNo } from '../options.js';
import { booleanOf, choiceOf, refuse, requiredText } from '../read.js';
import { kinds, sheetOptions } from './sheet-options.js';

export const edit: Command = {
  path: 'character edit',
  options: [
    requiredTarget,
    text('hitDice'),
    integer('con', lowestConstitution, highestConstitution),
    yesOrNo('deathSaves'),
    choice('editKind', kinds, (words) => words.choices.kinds),
    yesOrNo('hidden'),
  ],
  async run(request, options, { party, words }) {
    const kind = choiceOf(options, 'kind', kinds);
    const hidden = booleanOf(options, 'hidden');
    const wanted = {
      ...(kind !== undefined && { kind }),
      ...(hidden !== undefined && { hidden }),
      ...sheetOptions(options),
    };
    if (Object.keys(wanted).length === 0) refuse({ code: 'nothing-given' });
    const outcome = await party.edit(request, requiredText(options, 'target'), wanted);
    return answerWhenKnown(words, outcome, (done) => edited(words, done));
  },
};
