import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord-api-types/v10';
import type {
  APIApplicationCommandSubcommandOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { english, translated } from '../src/words/index.js';
import { amend } from './amend.js';
import { character } from './character/index.js';
import { chart } from './chart.js';
import type { Command, CommandGroup } from './command.js';
import { concentrate } from './concentrate.js';
import { damage } from './damage.js';
import { exportTrail } from './export.js';
import { heal } from './heal.js';
import { help } from './help.js';
import { log } from './log.js';
import { max } from './max.js';
import { named } from './options.js';
import { party } from './party.js';
import { rest } from './rest.js';
import { revive } from './revive.js';
import { save } from './save.js';
import { set } from './set.js';
import { settings } from './settings/index.js';
import { show } from './show.js';
import { stabilize } from './stabilize.js';
import { temp } from './temp.js';
import { undo } from './undo.js';
import { verify } from './verify.js';

/** All that can be typed after `/hp`, in the order in which Discord shows it. */
export const subcommands: (Command | CommandGroup)[] = [
  damage,
  heal,
  temp,
  save,
  show,
  party,
  log,
  undo,
  amend,
  rest,
  concentrate,
  stabilize,
  set,
  max,
  revive,
  chart,
  exportTrail,
  verify,
  character,
  settings,
  help,
];

/** Where commands are offered: on servers that have taken the bot in. */
const offered = {
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

/** The /hp command as Discord is told of it. */
export const hp: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  type: ApplicationCommandType.ChatInput,
  ...named((words) => words.commands.hp),
  ...offered,
  options: subcommands.map((one) =>
    'commands' in one
      ? {
          type: ApplicationCommandOptionType.SubcommandGroup,
          ...named((words) => words.commands[one.path]),
          options: one.commands.map(asOption),
        }
      : asOption(one),
  ),
};

/** What is offered where a person was right-clicked. */
export const personMenu: RESTPostAPIContextMenuApplicationCommandsJSONBody = {
  type: ApplicationCommandType.User,
  name: english.personMenu,
  name_localizations: translated((words) => words.personMenu),
  ...offered,
};

/** @returns `undefined` where there is no such subcommand: the words are those of another version of this program. */
export function subcommandAt(path: string[]): Command | undefined {
  const all = subcommands.flatMap((one) => ('commands' in one ? one.commands : [one]));
  return all.find((one) => one.path === path.join(' '));
}

function asOption({ path, options }: Command): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    ...named((words) => words.commands[path]),
    options,
  };
}

/** All that Discord is to know. */
export const definitions = [hp, personMenu];
