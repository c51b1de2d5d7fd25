import type { CommandFor, Right, Target } from '../src/party/index.js';
import type { Reply } from '../src/replies/index.js';
import { answerWhenKnown } from './answer.js';
import { changesReply } from './changes.js';
import type { Command, Tools } from './command.js';
import { isSet, textOf } from './read.js';
import type { Options, Request } from './request.js';

/** Reads options into what is asked of the rules for each target. */
export type Read = (options: Options, tools: Pick<Tools, 'chance'>) => CommandFor;

/** What a subcommand does that changes hit points, to the target that is named or to another. */
export interface Changing {
  read: Read;
  run: Command['run'];
  /** To one character, whatever was filled in as the target. */
  runOn: (target: Target, ...rest: Parameters<Command['run']>) => Promise<Reply>;
}

/** Reads the options into a command of the rules, has it done to the targets, and answers with what came of it. */
export function changing(right: Right, read: Read): Changing {
  const runOn = async (target: Target, request: Request, options: Options, tools: Tools) => {
    const outcome = await tools.party.change(request, target, read(options, tools), right);
    return answerWhenKnown(tools.words, outcome, (changes) => changesReply(tools.words, changes));
  };
  return {
    read,
    runOn,
    run: (request, options, tools) => runOn(textOf(options, 'target'), request, options, tools),
  };
}

/** One roll for all targets, unless one for each is asked. */
export function rolled(options: Options, roll: CommandFor & (() => ReturnType<CommandFor>)): CommandFor {
  if (isSet(options, 'each')) return roll;
  const command = roll();
  return () => command;
}
