import { isDeepStrictEqual } from 'node:util';
import type { REST } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { z } from 'zod';

/**
 * Makes Discord's commands those of this program, and asks for that only when they differ: it allows few creations a day.
 * @throws what REST throws: DiscordAPIError, HTTPError.
 */
export async function registerCommands(
  rest: REST,
  application: string,
  commands: RESTPostAPIApplicationCommandsJSONBody[],
  log: Logger,
): Promise<void> {
  const route = Routes.applicationCommands(application);
  const there = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
  if (sameCommands(commands, z.array(z.unknown()).parse(there))) {
    log.info('the commands at Discord are the ones of this program');
    return;
  }
  await rest.put(route, { body: commands });
  log.info('the commands were registered at Discord');
}

/** What a command, an option or a choice can be sent with; it stands for nothing where it is left out or empty. */
const optional = [
  'name_localizations',
  'description_localizations',
  'options',
  'choices',
  'required',
  'autocomplete',
  'nsfw',
  'default_member_permissions',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'channel_types',
];
/** Left out, it is this. */
const defaults: Record<string, unknown> = { type: 1, description: '' };

type Fields = Readonly<Record<string, unknown>>;

/** Whether Discord holds just these commands, in whichever order, and whatever it has added to them. */
export function sameCommands(ours: readonly object[], theirs: readonly unknown[]): boolean {
  const kind = (command: Fields) => JSON.stringify([command.name, command.type ?? defaults.type]);
  const there = new Map(theirs.filter(isFields).map((command) => [kind(command), command]));
  return (
    ours.length === theirs.length &&
    ours.every((command) => isFields(command) && holds(there.get(kind(command)), command))
  );
}

/** Whether what Discord has says the same as what we send. What else it has of its own does not matter. */
function holds(theirs: unknown, ours: unknown): boolean {
  if (Array.isArray(ours))
    return (
      Array.isArray(theirs) &&
      theirs.length === ours.length &&
      ours.every((one, index) => holds(theirs[index], one))
    );
  if (!isFields(ours)) return isDeepStrictEqual(theirs, ours);
  if (!isFields(theirs)) return false;
  return [...new Set([...Object.keys(ours), ...optional])].every((key) => {
    const [sent, kept] = [valueOf(ours, key), valueOf(theirs, key)];
    // the languages are ours alone
    return key.endsWith('_localizations') ? isDeepStrictEqual(kept, sent) : holds(kept, sent);
  });
}

/** A field's value; `undefined` where that means nothing. */
function valueOf(fields: Fields, key: string): unknown {
  const value = fields[key] ?? defaults[key];
  const isEmpty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  return isEmpty || value === false || value === null ? undefined : value;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
