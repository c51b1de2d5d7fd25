import { PermissionFlagsBits } from 'discord.js';

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

/** Something that several people can be at once. */
export interface Role {
  id: string;
  name: string;
  /** What whoever has it may do. */
  permissions: bigint;
}

/** One server with one channel, the people on it, and the bot. A test may change any of it. */
export interface World {
  guild: { id: string; name: string; locale: string };
  channel: { id: string; name: string };
  roles: Role[];
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

const adventurers = '1300000000000000022';
/** A world for trying things out: one who runs the server and two players. */
export const tavern: World = {
  guild: { id: '1300000000000000001', name: 'The Crooked Lantern', locale: 'en-US' },
  channel: { id: '1300000000000000002', name: 'session-zero' },
  roles: [
    { id: '1300000000000000021', name: 'Dungeon Master', permissions: usual },
    { id: adventurers, name: 'Adventurers', permissions: usual },
  ],
  bot: { id: '1300000000000000003', name: 'HP Ledger', permissions: usual },
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
