import { GuildMemberFlags, PermissionFlagsBits } from 'discord.js';
import type { APIGuildMember, APIUser } from 'discord.js';

/** Someone on the server. */
export interface Person {
  /** Discord user id. */
  id: string;
  name: string;
  /** Role ids. */
  roles: string[];
  /** What the person may do on the server. */
  permissions: bigint;
  locale: string;
  isBot?: boolean;
}

/** One server with one channel, the people on it, and the bot. */
export interface World {
  guild: { id: string; name: string };
  channel: { id: string; name: string };
  roles: { id: string; name: string }[];
  people: Person[];
  /** The application's id is its bot's too. `permissions`: what it may do in the channel. */
  bot: { id: string; name: string; permissions: bigint };
  /** What one file of a message may weigh. Bytes. */
  attachmentSizeLimit: number;
}

const usual =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.UseApplicationCommands;

export const permissions = { player: usual, manager: usual | PermissionFlagsBits.ManageGuild };

/** A world for trying things out: a Dungeon Master and two players. */
export const tavern: World = {
  guild: { id: '1300000000000000001', name: 'The Crooked Lantern' },
  channel: { id: '1300000000000000002', name: 'session-zero' },
  roles: [{ id: '1300000000000000021', name: 'Dungeon Master' }],
  bot: { id: '1300000000000000003', name: 'HP Ledger', permissions: usual },
  attachmentSizeLimit: 10 * 1024 * 1024,
  people: [
    {
      id: '1300000000000000011',
      name: 'Mara',
      roles: ['1300000000000000021'],
      permissions: permissions.manager,
      locale: 'en-US',
    },
    { id: '1300000000000000012', name: 'Tomas', roles: [], permissions: permissions.player, locale: 'en-US' },
    { id: '1300000000000000013', name: 'Ines', roles: [], permissions: permissions.player, locale: 'en-US' },
  ],
};

/** Everyone on the server, the bot too. */
export function membersOf({ people, bot }: World): Person[] {
  return [...people, { ...bot, roles: [], locale: 'en-US', isBot: true }];
}

export function userOf({ id, name, isBot }: Pick<Person, 'id' | 'name' | 'isBot'>, bot = isBot): APIUser {
  const username = name.toLowerCase().replace(/[^a-z0-9_.]/g, '_');
  return { id, username, global_name: name, discriminator: '0', avatar: null, ...(bot && { bot }) };
}

export function memberOf(person: Person): APIGuildMember & { permissions: string } {
  return { ...partialMemberOf(person), user: userOf(person), deaf: false, mute: false };
}

/** As a member is told of beside others, in what an option or a menu names. */
export function partialMemberOf(person: Person) {
  return {
    nick: null,
    avatar: null,
    banner: null,
    roles: person.roles,
    joined_at: '2026-01-01T00:00:00.000000+00:00',
    premium_since: null,
    communication_disabled_until: null,
    pending: false,
    flags: GuildMemberFlags.CompletedOnboarding,
    permissions: String(person.permissions),
  };
}
