import {
  ApplicationCommandOptionType as Option,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
} from 'discord.js';
import type { TypedOption } from '../protocol.js';
import { memberOf } from './world.js';
import type { Person, World } from './world.js';

/** What one file may weigh. Bytes. */
export const mostBytes = 10 * 1024 * 1024;

/** What every interaction bears. https://discord.com/developers/docs/interactions/receiving-and-responding */
export function envelope({ bot, guild, channel }: World, person: Person, id: string, token: string): object {
  return {
    id,
    application_id: bot.id,
    token,
    version: 1,
    guild_id: guild.id,
    guild: { id: guild.id, locale: 'en-US', features: [] },
    guild_locale: 'en-US',
    channel_id: channel.id,
    channel: {
      id: channel.id,
      guild_id: guild.id,
      name: channel.name,
      type: ChannelType.GuildText,
      position: 0,
      nsfw: false,
      topic: null,
      parent_id: null,
      last_message_id: null,
      rate_limit_per_user: 0,
      permissions: String(person.permissions),
      flags: 0,
    },
    member: memberOf(person),
    locale: person.locale,
    app_permissions: String(bot.permissions),
    entitlements: [],
    authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: guild.id },
    context: InteractionContextType.Guild,
    attachment_size_limit: mostBytes,
  };
}

/** The people, roles and channels that the options of a command name. */
export function resolved(options: readonly TypedOption[], world: World): { resolved?: object } {
  const named = (...types: Option[]) => {
    const values = leavesOf(options).flatMap(({ type, value }) => (types.includes(type) ? [value] : []));
    return ({ id }: { id: string }) => values.includes(id);
  };
  const people = world.people.filter(named(Option.User, Option.Mentionable)).map(memberOf);
  const roles = world.roles.filter(named(Option.Role, Option.Mentionable));
  const channels = [world.channel].filter(named(Option.Channel));
  const table = <Value>(entries: [string, Value][]) =>
    entries.length === 0 ? undefined : Object.fromEntries(entries);
  const all = {
    users: table(people.map(({ user }) => [user.id, user])),
    members: table(people.map(({ user, ...member }) => [user.id, member])),
    roles: table(roles.map((role) => [role.id, { ...role, permissions: '0', position: 1, flags: 0 }])),
    channels: table(
      channels.map((one) => [one.id, { ...one, type: ChannelType.GuildText, permissions: '0' }]),
    ),
  };
  const told = Object.entries(all).filter(([, value]) => value !== undefined);
  return told.length === 0 ? {} : { resolved: Object.fromEntries(told) };
}

/** The options without the subcommands around them. */
function leavesOf(options: readonly TypedOption[]): TypedOption[] {
  return options.flatMap((one) => (one.options === undefined ? [one] : leavesOf(one.options)));
}
