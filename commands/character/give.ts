import { rosterChanged } from '../../src/replies/index.js';
import { answerWhenKnown } from '../answer.js';
import type { Command } from '../command.js';
import { required, requiredTarget, user } from '../options.js';
import { requiredText } from '../read.js';

export const give: Command = {
  path: 'character give',
  options: [requiredTarget, required(user('newOwner'))],
  async run(request, options, { party, words }) {
    const to = requiredText(options, 'player');
    const outcome = await party.give(request, requiredText(options, 'target'), to);
    return answerWhenKnown(words, outcome, ({ character }) =>
      rosterChanged(words, { type: 'given', name: character.name, to }),
    );
  },
};
