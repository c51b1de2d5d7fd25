import { ApplicationCommandOptionType as Option, ChannelType } from 'discord.js';
import type { TypedOption } from '../protocol.js';
import { membersOf, partialMemberOf, userOf } from './world.js';
import type { World } from './world.js';

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
 * https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-resolved-data-structure
 */
export function resolvedOf(ids: readonly string[], world: World): { resolved?: object } {
  const named = ({ id }: { id: string }) => ids.includes(id);
  const people = membersOf(world).filter(named);
  const all = {
    users: people.map((person) => [person.id, userOf(person)]),
    members: people.map((person) => [person.id, partialMemberOf(person)]),
    roles: world.roles
      .filter(named)
      .map((role) => [role.id, { ...role, permissions: '0', position: 1, flags: 0 }]),
    channels: [world.channel]
      .filter(named)
      .map((one) => [one.id, { ...one, type: ChannelType.GuildText, permissions: '0' }]),
  };
  const told = Object.entries(all).filter(([, entries]) => entries.length > 0);
  if (told.length === 0) return {};
  return {
    resolved: Object.fromEntries(
      told.map(([kind, entries]) => [kind, Object.fromEntries(entries) as object]),
    ),
  };
}
