import { trail } from '../src/replies/index.js';
import { readTime } from '../src/times/index.js';
import type { Command } from './command.js';
import { oneTarget, text, user, yesOrNo } from './options.js';
import { isSet, refuse, textOf } from './read.js';
import type { Options, Request } from './request.js';

export const log: Command = {
  path: 'log',
  options: [oneTarget, user('by'), text('since'), yesOrNo('private')],
  async run(request, options, tools) {
    const by = textOf(options, 'by');
    const since = await sinceOf(options, request);
    const filter = { ...(by !== undefined && { by }), ...(since !== undefined && { since }) };
    const page = await tools.party.trail(request, textOf(options, 'target'), filter);
    const secret = page.character.hidden === true && page.sight.numbers;
    return trail(tools.words, page, secret || isSet(options, 'private'));
  },
};

/** Milliseconds since 1970. */
async function sinceOf(options: Options, { madeAt, locale }: Request): Promise<number | undefined> {
  const typed = textOf(options, 'since');
  if (typed === undefined) return undefined;
  const time = await readTime(typed, {
    now: new Date(madeAt),
    language: locale.startsWith('de') ? 'de' : 'en',
  });
  return time?.getTime() ?? refuse({ code: 'time-unknown', typed });
}
