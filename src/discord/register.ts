import type { REST } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { z } from 'zod';

/** What Discord fills in where a command or an option leaves it out. */
const defaults: Record<string, unknown> = {
  type: 1,
  required: false,
  autocomplete: false,
  nsfw: false,
  options: [],
  choices: [],
  default_member_permissions: null,
  name_localizations: null,
  description_localizations: null,
  description: '',
};

/** What Discord adds of its own and what the other fields say already. */
const foreign = new Set([
  'id',
  'application_id',
  'version',
  'guild_id',
  'dm_permission',
  'default_permission',
]);

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

/** Whether Discord holds just these commands, whatever it has filled in by itself. */
export function sameCommands(ours: readonly object[], theirs: readonly unknown[]): boolean {
  const named = (list: readonly unknown[]) => list.map((one) => JSON.stringify(essence(one))).sort();
  return JSON.stringify(named(ours)) === JSON.stringify(named(theirs));
}

/** The same for two forms that mean the same: without what Discord fills in, its keys in order. */
function essence(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(essence);
  if (typeof part !== 'object' || part === null) return part;
  const told = Object.entries(part).filter(
    ([key, value]) => !foreign.has(key) && value !== undefined && !isDefault(key, value),
  );
  return Object.fromEntries(
    told.map(([key, value]) => [key, essence(value)]).sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
}

function isDefault(key: string, value: unknown): boolean {
  return key in defaults && JSON.stringify(defaults[key]) === JSON.stringify(value);
}
