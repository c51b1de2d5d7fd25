import { ApplicationCommandType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import type { APIApplicationCommand, RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';

/** A command, an option or a choice, whatever it holds. */
interface Part {
  name: string;
  options?: Part[];
  choices?: Part[];
  [key: string]: unknown;
}

/** What Discord knows a command by. */
export interface Identity {
  id: string;
  application: string;
  /** The server to which it belongs; absent where it is everywhere. */
  guild?: string | undefined;
  version: string;
}

/** A command as Discord keeps it: with what it fills in, without what says nothing. */
export function asKept(
  { default_member_permissions: permissions, ...given }: RESTPostAPIApplicationCommandsJSONBody,
  { id, application, guild, version }: Identity,
): APIApplicationCommand {
  const everywhere = {
    dm_permission: given.contexts?.includes(InteractionContextType.BotDM) ?? true,
    contexts: null,
    integration_types: [ApplicationIntegrationType.GuildInstall],
  };
  const kept: object = {
    id,
    application_id: application,
    version,
    type: ApplicationCommandType.ChatInput,
    ...(guild === undefined ? everywhere : { guild_id: guild }),
    nsfw: false,
    description: '',
    ...plain(given as Part),
    default_member_permissions: permissions ?? null,
  };
  return kept as APIApplicationCommand;
}

/** `required: false` and an empty list are dropped; what is not localised says so. */
function plain({ name, options = [], choices = [], ...part }: Part): Part {
  const told = Object.entries(part).filter(([, value]) => value !== undefined && value !== false);
  const isChoice = 'value' in part;
  return {
    name,
    name_localizations: null,
    ...(!isChoice && { description_localizations: null }),
    ...Object.fromEntries(told),
    ...(options.length > 0 && { options: options.map(plain) }),
    ...(choices.length > 0 && { choices: choices.map(plain) }),
  };
}

/** As a list of commands shows one, unless it is asked for all languages. */
export function withoutLocalizations(command: APIApplicationCommand): APIApplicationCommand {
  return stripped(command as APIApplicationCommand & Part) as APIApplicationCommand & Part;
}

function stripped({ name, options, choices, ...part }: Part): Part {
  const told = Object.entries(part).filter(([key]) => !key.endsWith('_localizations'));
  return {
    name,
    ...Object.fromEntries(told),
    ...(options !== undefined && { options: options.map(stripped) }),
    ...(choices !== undefined && { choices: choices.map(stripped) }),
  };
}
