import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord-api-types/v10';
import type {
  APIApplicationCommandSubcommandOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { character } from './character/index.js';
import type { Command, CommandGroup } from './command.js';
import { damage } from './damage.js';
import { heal } from './heal.js';
import { log } from './log.js';
import { party } from './party.js';
import { revive } from './revive.js';
import { save } from './save.js';
import { set } from './set.js';
import { show } from './show.js';
import { temp } from './temp.js';

/** All that can be typed after `/hp`, in the order in which Discord shows it. */
export const subcommands: (Command | CommandGroup)[] = [
  damage,
  heal,
  temp,
  save,
  show,
  party,
  log,
  set,
  revive,
  character,
];

/** The /hp command as Discord is told of it. */
export const hp: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  type: ApplicationCommandType.ChatInput,
  name: 'hp',
  description: 'Hit points, kept as a ledger',
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
  options: subcommands.map((one) =>
    'commands' in one
      ? {
          type: ApplicationCommandOptionType.SubcommandGroup,
          name: one.name,
          description: one.description,
          options: one.commands.map(asOption),
        }
      : asOption(one),
  ),
};

/** @returns `undefined` where there is no such subcommand: the words are those of another version of this program. */
export function subcommandAt([first, second]: string[]): Command | undefined {
  const one = subcommands.find(({ name }) => name === first);
  if (one === undefined || !('commands' in one)) return one;
  return one.commands.find(({ name }) => name === second);
}

function asOption({ name, description, options }: Command): APIApplicationCommandSubcommandOption {
  return { type: ApplicationCommandOptionType.Subcommand, name, description, options };
}
