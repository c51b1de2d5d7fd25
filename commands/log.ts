import { trail } from '../src/replies/index.js';
import type { Command } from './command.js';
import { oneTarget, text, user, yesOrNo } from './options.js';
import { isSet, textOf } from './read.js';
import { timeOf } from './time.js';

export const log: Command = {
  path: 'log',
  looks: true,
  options: [oneTarget, user('by'), text('since'), yesOrNo('private')],
  async run(request, options, tools) {
    const by = textOf(options, 'by');
    const since = (await timeOf(options, 'since', request))?.getTime();
    const filter = { ...(by !== undefined && { by }), ...(since !== undefined && { since }) };
    const page = await tools.party.trail(request, textOf(options, 'target'), filter);
    const secret = page.character.hidden === true && page.sight.numbers;
    return trail(tools.words, page, secret || isSet(options, 'private'));
  },
};
