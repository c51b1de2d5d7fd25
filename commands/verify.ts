import type { NotedLine } from '../src/party/index.js';
import { verified } from '../src/replies/index.js';
import type { Command } from './command.js';
import { inLine } from './in-line.js';
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
  run: inLine(
    async (request, options, { party, words, explain }) => {
      const found = await party.verify(request, textOf(options, 'target'), linesOf(options));
      const notDone = found.notDone.map(({ name, error }) => ({ name, refused: explain(error) }));
      return verified(words, { ...found, notDone });
    },
    { atOnce: 2, waiting: 20 },
  ),
};

/** @throws {OptionRefusal} where nothing in the text can be looked for. */
function linesOf(options: Options): NotedLine[] {
  const typed = textOf(options, 'line');
  if (typed === undefined) return [];
  const lines = publishedIn(typed);
  return lines.length > 0 ? lines : refuse({ code: 'line-unknown', typed });
}
