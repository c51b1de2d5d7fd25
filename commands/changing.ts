import type { Party, Right } from '../src/party/index.js';
import { changed } from '../src/replies/index.js';
import type { Command as RulesCommand } from '../src/rules/index.js';
import { answerWhenKnown } from './answer.js';
import type { Command } from './command.js';
import { textOf } from './read.js';
import type { Options } from './request.js';

/**
 * What every subcommand does that changes hit points: reads its options into a command of the rules, has it done to the
 * target, and answers with what came of it.
 */
export function changing(
  right: Right,
  read: (options: Options, party: Party) => RulesCommand,
): Command['run'] {
  return async (request, options, party) => {
    const outcome = await party.change(request, textOf(options, 'target'), read(options, party), right);
    return answerWhenKnown(outcome, ({ character, recorded, recent }) =>
      changed(character.name, recorded, recent),
    );
  };
}
