import { answerWhenKnown } from './answer.js';
import { changesReply } from './changes.js';
import type { Command } from './command.js';
import { integer, mostVersions, note, target } from './options.js';
import { integerOf, noteOf, textOf } from './read.js';

export const undo: Command = {
  path: 'undo',
  options: [target, integer('undoVersion', 1, mostVersions), note],
  async run(request, options, tools) {
    const version = integerOf(options, 'version');
    const undoing = { ...(version !== undefined && { version }), ...noteOf(options) };
    const outcome = await tools.party.undo(request, textOf(options, 'target'), undoing);
    return answerWhenKnown(tools.words, outcome, (changes) => changesReply(tools, changes));
  },
};
