import { ChannelType, GuildMemberFlags } from 'discord.js';
import type { APIGuildMember, APIUser } from 'discord.js';
import type { Channel, Person, World } from './world.js';

/** https://discord.com/developers/docs/resources/user#user-object */
export function userOf({ id, name, isBot }: Pick<Person, 'id' | 'name' | 'isBot'>, bot = isBot): APIUser {
  const username = name.toLowerCase().replace(/[^a-z0-9_.]/g, '_');
  return { id, username, global_name: name, discriminator: '0', avatar: null, ...(bot && { bot }) };
}

/** https://discord.com/developers/docs/resources/guild#guild-member-object */
export function memberOf(person: Person): APIGuildMember & { permissions: string } {
  return { ...partialMemberOf(person), user: userOf(person), deaf: false, mute: false };
}

/** As a member is told of beside others, in what an option or a menu names. */
export function partialMemberOf({ roles, permissions }: Person) {
  return {
    nick: null,
    avatar: null,
    banner: null,
    roles,
    joined_at: '2026-01-01T00:00:00.000000+00:00',
    premium_since: null,
    communication_disabled_until: null,
    pending: false,
    flags: GuildMemberFlags.CompletedOnboarding,
    permissions: String(permissions),
  };
}

/** https://discord.com/developers/docs/topics/permissions#role-object */
export function rolesOf({ roles }: Pick<World, 'roles'>) {
  return roles.map(({ id, name, permissions }, index) => ({
    id,
    name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    // the first is the highest; below all is @everyone, which every server has
    position: roles.length - index,
    permissions: String(permissions),
    managed: false,
    mentionable: false,
    flags: 0,
  }));
}

/** https://discord.com/developers/docs/resources/channel#channel-object */
export function channelOf({ id, name, type = ChannelType.GuildText }: Channel, { channels, guild }: World) {
  return {
    id,
    guild_id: guild.id,
    name,
    type,
    position: channels.findIndex((one) => one.id === id),
    nsfw: false,
    topic: null,
    parent_id: null,
    last_message_id: null,
    rate_limit_per_user: 0,
    flags: 0,
  };
}

/** The same of the one in which the bot and a person are alone. */
export function directChannelOf(id: string, person: Person) {
  return { id, type: ChannelType.DM as const, recipients: [userOf(person)], last_message_id: null, flags: 0 };
}
