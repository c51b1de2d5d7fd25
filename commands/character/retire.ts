import { rosterChanged } from '../../src/replies/index.js';
import { answerWhenKnown } from '../answer.js';
import type { Command } from '../command.js';
import { requiredTarget } from '../options.js';
import { requiredText } from '../read.js';

export const retire: Command = {
  name: 'retire',
  description: 'A character leaves; its trail stays (the owner or the DM)',
  options: [requiredTarget],
  async run(request, options, party) {
    const outcome = await party.retire(request, requiredText(options, 'target'));
    return answerWhenKnown(outcome, ({ character }) =>
      rosterChanged({ type: 'retired', name: character.name }),
    );
  },
};
