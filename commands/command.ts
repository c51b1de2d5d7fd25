import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import type { Party } from '../src/party/index.js';
import type { Reply } from '../src/replies/index.js';
import type { Options, Request } from './request.js';

/** One /hp subcommand: what a person can fill in, and what it does. */
export interface Command {
  name: string;
  description: string;
  /** Required ones first, as Discord wants them. */
  options: APIApplicationCommandBasicOption[];
  /** @throws what says that nothing was recorded; whoever calls words it. */
  run(request: Request, options: Options, party: Party): Promise<Reply>;
}

/** Subcommands under one name. */
export interface CommandGroup {
  name: string;
  description: string;
  commands: Command[];
}
