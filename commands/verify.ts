import type { Published } from '../src/ledger/index.js';
import { verified } from '../src/replies/index.js';
import type { Command } from './command.js';
import { oneTarget, text } from './options.js';
import { publishedIn } from './published.js';
import { refuse, textOf } from './read.js';
import type { Options } from './request.js';

/** The most that Discord takes. */
const longestText = 6_000;

export const verify: Command = {
  path: 'verify',
  looks: true,
  options: [oneTarget, { ...text('line'), max_length: longestText }],
  run: async (request, options, { party, words }) =>
    verified(words, await party.verify(request, textOf(options, 'target'), linesOf(options))),
};

/** @throws {OptionRefusal} where nothing in the text can be looked for. */
function linesOf(options: Options): Published[] {
  const typed = textOf(options, 'line');
  if (typed === undefined) return [];
  const lines = publishedIn(typed);
  return lines.length > 0 ? lines : refuse({ code: 'line-unknown', typed });
}
