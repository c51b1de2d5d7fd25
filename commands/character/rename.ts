import { rosterChanged } from '../../src/replies/index.js';
import { longestName } from '../../src/roster/index.js';
import { answerWhenKnown } from '../answer.js';
import type { Command } from '../command.js';
import { requiredTarget, text } from '../options.js';
import { requiredText } from '../read.js';

export const rename: Command = {
  name: 'rename',
  description: 'Give a character another name (the owner or the DM)',
  options: [requiredTarget, { ...text('name', 'The new name'), required: true, max_length: longestName }],
  async run(request, options, party) {
    const outcome = await party.rename(
      request,
      requiredText(options, 'target'),
      requiredText(options, 'name'),
    );
    return answerWhenKnown(outcome, ({ from, to }) => rosterChanged({ type: 'renamed', from, to }));
  },
};
