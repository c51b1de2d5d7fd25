import { rosterChanged } from '../../src/replies/index.js';
import { longestName } from '../../src/roster/index.js';
import { answerWhenKnown } from '../answer.js';
import type { Command } from '../command.js';
import { required, requiredTarget, text } from '../options.js';
import { requiredText } from '../read.js';

export const rename: Command = {
  path: 'character rename',
  options: [requiredTarget, required({ ...text('newName'), max_length: longestName })],
  async run(request, options, { party, words }) {
    const outcome = await party.rename(
      request,
      requiredText(options, 'target'),
      requiredText(options, 'name'),
    );
    return answerWhenKnown(words, outcome, ({ from, to }) =>
      rosterChanged(words, { type: 'renamed', from, to }),
    );
  },
};
