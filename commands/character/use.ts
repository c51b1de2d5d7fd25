import { rosterChanged } from '../../src/replies/index.js';
import { answerWhenKnown } from '../answer.js';
import type { Command } from '../command.js';
import { requiredTarget } from '../options.js';
import { requiredText } from '../read.js';

export const use: Command = {
  name: 'use',
  description: 'Choose the character that you mean when you name none',
  options: [requiredTarget],
  async run(request, options, party) {
    const outcome = await party.use(request, requiredText(options, 'target'));
    return answerWhenKnown(outcome, ({ character }) =>
      rosterChanged({ type: 'chosen', name: character.name }),
    );
  },
};
