import { rosterChanged } from '../../src/replies/index.js';
import { answerWhenKnown } from '../answer.js';
import type { Command } from '../command.js';
import { requiredTarget } from '../options.js';
import { requiredText } from '../read.js';

export const use: Command = {
  path: 'character use',
  options: [requiredTarget],
  async run(request, options, { party, words }) {
    const outcome = await party.use(request, requiredText(options, 'target'));
    return answerWhenKnown(words, outcome, ({ character }) =>
      rosterChanged(words, { type: 'chosen', name: character.name }),
    );
  },
};
