import { sheet, sheetThen } from '../src/replies/index.js';
import type { Command } from './command.js';
import { oneTarget, text } from './options.js';
import { textOf } from './read.js';
import { versionOrTimeOf } from './time.js';

export const show: Command = {
  path: 'show',
  looks: true,
  options: [oneTarget, text('at')],
  async run(request, options, { party, words }) {
    const target = textOf(options, 'target');
    const at = await versionOrTimeOf(options, 'at', request);
    return at === undefined
      ? sheet(words, await party.sheet(request, target))
      : sheetThen(words, await party.sheetAt(request, target, at));
  },
};
