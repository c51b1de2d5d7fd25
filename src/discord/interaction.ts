import { PermissionFlagsBits } from 'discord-api-types/v10';
import { z } from 'zod';
import type { NamedChannel, Person } from '../../commands/index.js';
import { readAsks } from './asks.js';
import type { Asks } from './asks.js';
import { readNamedChannels } from './named-channels.js';
import { snowflake, timeOf } from './snowflake.js';

/** An interaction as the commands understand it. */
export interface Incoming {
  id: string;
  /** Of the application, which names its webhook. */
  application: string;
  token: string;
  /** When it was made, by Discord's clock. Milliseconds since 1970. */
  madeAt: number;
  locale: string;
  /** The most that one file of an answer can have. Bytes. */
  attachmentLimit: number;
  /** Absent where it came from a direct message. */
  where?: { server: string; person: Person };
  asks: Asks;
  /** The channels that its options name, by id. */
  channels: ReadonlyMap<string, NamedChannel>;
}

const user = z.object({ id: snowflake, username: z.string(), global_name: z.string().nullish() });
/** What Discord takes of everyone, in an interaction that does not tell. Bytes. */
const usualAttachmentLimit = 10 * 1024 * 1024;

const interaction = z.object({
  id: snowflake,
  application_id: snowflake,
  token: z.string().min(1),
  locale: z.string().default('en-US'),
  attachment_size_limit: z.int().min(1).default(usualAttachmentLimit),
  guild_id: snowflake.optional(),
  member: z
    .object({
      user,
      nick: z.string().nullish(),
      roles: z.array(snowflake),
      permissions: z.string().regex(/^\d+$/),
    })
    .optional(),
});
/**
 * Reads an interaction as Discord sends it, by gateway or HTTP.
 * @throws {z.ZodError} where it lacks what is needed to answer it.
 */
export function readInteraction(raw: unknown): Incoming {
  const {
    id,
    application_id: application,
    token,
    guild_id: server,
    member,
    ...rest
  } = interaction.parse(raw);
  return {
    id,
    application,
    token,
    locale: rest.locale,
    attachmentLimit: rest.attachment_size_limit,
    madeAt: timeOf(id),
    asks: readAsks(raw),
    channels: readNamedChannels(raw),
    ...(server !== undefined && member !== undefined && { where: { server, person: personOf(member) } }),
  };
}

function personOf(member: NonNullable<z.infer<typeof interaction>['member']>): Person {
  const { user, nick, roles, permissions } = member;
  const bits = BigInt(permissions);
  return {
    id: user.id,
    name: nick ?? user.global_name ?? user.username,
    roles,
    managesServer: (bits & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n,
  };
}
