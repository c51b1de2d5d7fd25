import { ApplicationCommandOptionType as Option } from 'discord.js';
import type { TypedOption } from '../protocol.js';
import { channelOf, partialMemberOf, rolesOf, userOf } from './resources.js';
import { botMayIn, membersOf } from './world.js';
import type { Person, World } from './world.js';

/** The options that name people, roles and channels. */
const naming: readonly number[] = [Option.User, Option.Role, Option.Mentionable, Option.Channel];

/** The ids that the options of a command name. */
export function namedIn(options: readonly TypedOption[]): string[] {
  return options.flatMap(({ type, value, options: inner = [] }) => [
    ...(naming.includes(type) && typeof value === 'string' ? [value] : []),
    ...namedIn(inner),
  ]);
}

/**
 * What an interaction tells of the people, roles and channels whose ids are in it.
 * @param person who caused it: a channel comes with what that person, and what the bot may do there.
 * https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-resolved-data-structure
 */
export function resolvedOf(
  ids: readonly string[],
  world: World,
  { permissions: held }: Person,
): { resolved?: object } {
  const permissions = String(held);
  const named = ({ id }: { id: string }) => ids.includes(id);
  const people = membersOf(world).filter(named);
  const all = {
    users: people.map((person) => [person.id, userOf(person)]),
    members: people.map((person) => [person.id, partialMemberOf(person)]),
    roles: rolesOf(world)
      .filter(named)
      .map((role) => [role.id, role]),
    channels: world.channels.filter(named).map((channel) => {
      const app_permissions = String(botMayIn(channel, world));
      return [channel.id, { ...channelOf(channel, world), permissions, app_permissions }];
    }),
  };
  const told = Object.entries(all).filter(([, entries]) => entries.length > 0);
  if (told.length === 0) return {};
  return {
    resolved: Object.fromEntries(
      told.map(([kind, entries]) => [kind, Object.fromEntries(entries) as object]),
    ),
  };
}
