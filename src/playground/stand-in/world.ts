import { ChannelType, PermissionFlagsBits } from 'discord.js';

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
  /** Takes no direct messages. */
  closedToMessages?: boolean;
}

/** Something that several people can be at once. */
export interface Role {
  id: string;
  name: string;
  /** What whoever has it may do. */
  permissions: bigint;
}

/** A channel of the server. */
export interface Channel {
  id: string;
  name: string;
  /** Left out: where people write. */
  type?: ChannelType.GuildText | ChannelType.GuildVoice | ChannelType.GuildAnnouncement;
  /** What the bot may do there; left out: what it may on the server. */
  permissions?: bigint;
}

/** One server with its channels, the people on it, and the bot. A test may change any of it. */
export interface World {
  guild: { id: string; name: string; locale: string };
  /** The first is where people type, unless it is said otherwise. */
  channels: Channel[];
  roles: Role[];
  people: Person[];
  /** The application's id is its bot's too. `permissions`: what it may do on the server. */
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
/** For what it says by itself: its answers need none of these. */
const posting =
  PermissionFlagsBits.EmbedLinks | PermissionFlagsBits.AttachFiles | PermissionFlagsBits.PinMessages;

const adventurers = '1300000000000000022';
/** A world for trying things out: one who runs the server and two players. */
export const tavern: World = {
  guild: { id: '1300000000000000001', name: 'The Crooked Lantern', locale: 'en-US' },
  channels: [
    { id: '1300000000000000002', name: 'session-zero' },
    { id: '1300000000000000004', name: 'hp-feed' },
    { id: '1300000000000000005', name: 'hp-board' },
  ],
  roles: [
    { id: '1300000000000000021', name: 'Dungeon Master', permissions: usual },
    { id: adventurers, name: 'Adventurers', permissions: usual },
  ],
  bot: { id: '1300000000000000003', name: 'HP Ledger', permissions: usual | posting },
  attachmentSizeLimit: 10 * 1024 * 1024,
  people: [
    {
      id: '1300000000000000011',
      name: 'Mara',
      roles: [],
      permissions: permissions.manager,
      locale: 'en-US',
    },
    {
      id: '1300000000000000012',
      name: 'Tomas',
      roles: [adventurers],
      permissions: permissions.player,
      locale: 'en-US',
    },
    {
      id: '1300000000000000013',
      name: 'Ines',
      roles: [adventurers],
      permissions: permissions.player,
      locale: 'en-US',
    },
  ],
};

/** Everyone on the server, the bot too. */
export function membersOf({ people, bot }: World): Person[] {
  return [...people, { ...bot, roles: [], locale: 'en-US', isBot: true }];
}

/** @param which name or id; left out: the first. */
export function channelIn({ channels }: Pick<World, 'channels'>, which?: string): Channel | undefined {
  return which === undefined ? channels[0] : channels.find(({ id, name }) => id === which || name === which);
}

/** What the bot may do in a channel. */
export function botMayIn({ permissions }: Channel, { bot }: Pick<World, 'bot'>): bigint {
  return permissions ?? bot.permissions;
}
