import { settingsChanged } from '../../src/replies/index.js';
import type { Settings } from '../../src/roster/index.js';
import { answerWhenKnown } from '../answer.js';
import type { Command } from '../command.js';
import type { Options, Request } from '../request.js';

/** What every subcommand does that changes settings: reads what is wanted, and answers with all of them. */
export function changingSettings(
  read: (options: Options, request: Request) => Partial<Settings>,
): Command['run'] {
  return async (request, options, { party, words }) =>
    answerWhenKnown(words, await party.changeSettings(request, read(options, request)), (settings) =>
      settingsChanged(words, settings),
    );
}
