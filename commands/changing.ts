import type { CommandFor, Right, Target } from '../src/party/index.js';
import type { Command as RulesCommand } from '../src/rules/index.js';
import type { Reply } from '../src/replies/index.js';
import { answerWhenKnown } from './answer.js';
import { changesReply } from './changes.js';
import type { Command, Tools } from './command.js';
import { isSet, textOf } from './read.js';
import type { Options, Request } from './request.js';

/** What a subcommand does that changes hit points, to the target that is named or to another. */
export interface Changing {
  read: NonNullable<Command['read']>;
  run: Command['run'];
  /** To one character, whatever was filled in as the target. */
  runOn: (target: Target, ...rest: Parameters<Command['run']>) => Promise<Reply>;
}

/** Reads the options into a command of the rules, has it done to the targets, and answers with what came of it. */
export function changing(right: Right, read: Changing['read']): Changing {
  const runOn = async (target: Target, request: Request, options: Options, tools: Tools) => {
    const outcome = await tools.party.change(request, target, await read(options, tools), right);
    return answerWhenKnown(tools.words, outcome, (changes) => changesReply(tools, changes));
  };
  return {
    read,
    runOn,
    run: (request, options, tools) => runOn(textOf(options, 'target'), request, options, tools),
  };
}

/** One roll for all targets, or one for each where that is asked. What can't be rolled is refused once, before any is. */
export async function rolled(options: Options, roll: () => Promise<RulesCommand>): Promise<CommandFor> {
  const first = await roll();
  if (!isSet(options, 'each')) return () => first;
  let next: RulesCommand | undefined = first;
  return () => {
    const command = next ?? roll();
    next = undefined;
    return command;
  };
}
