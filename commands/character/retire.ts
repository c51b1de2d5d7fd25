import { rosterChanged } from '../../src/replies/index.js';
import { answerWhenKnown } from '../answer.js';
import type { Command } from '../command.js';
import { requiredTarget } from '../options.js';
import { requiredText } from '../read.js';

export const retire: Command = {
  path: 'character retire',
  options: [requiredTarget],
  async run(request, options, { party, words }) {
    const outcome = await party.retire(request, requiredText(options, 'target'));
    return answerWhenKnown(words, outcome, ({ character }) =>
      rosterChanged(words, { type: 'retired', name: character.name }),
    );
  },
};
