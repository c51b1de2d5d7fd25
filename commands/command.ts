import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import type { Chance } from '../src/dice/index.js';
import type { CommandFor, Party } from '../src/party/index.js';
import type { Reply } from '../src/replies/index.js';
import type { Refused, Words } from '../src/words/index.js';
import type { Options, Request } from './request.js';

/** What a command works with. */
export interface Tools {
  party: Party;
  /** Where dice come from. */
  chance: Chance;
  /** In the reader's language. */
  words: Words;
  /** Why something was not done, for a message about it. What is broken, and what was forbidden, is logged. */
  explain: (error: unknown) => Refused;
}

/** One /hp subcommand: what a person can fill in, and what it does. */
export interface Command {
  /** The words after `/hp`; its name and description in every language are found by them. */
  path: keyof Words['commands'];
  /** Required ones first, as Discord wants them. */
  options: APIApplicationCommandBasicOption[];
  /** Its answer is for the asker's eyes alone, and may take long. */
  private?: true;
  /** It only looks: its target may also be one that has retired. */
  looks?: true;
  /** What it asks of the rules for each target, where it changes hit points. @throws {OptionRefusal} {DiceRefusal} */
  read?: (options: Options, tools: Pick<Tools, 'chance'>) => CommandFor | Promise<CommandFor>;
  /** @throws what says that nothing was recorded; whoever calls words it. */
  run(request: Request, options: Options, tools: Tools): Promise<Reply>;
}

/** Subcommands under one name. */
export interface CommandGroup {
  path: keyof Words['commands'];
  commands: Command[];
}
