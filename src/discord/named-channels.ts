import { ChannelType, PermissionFlagsBits as flags } from 'discord-api-types/v10';
import { z } from 'zod';
import type { ChannelPermission, NamedChannel } from '../../commands/index.js';
import { snowflake } from './snowflake.js';

const resolvedChannel = z.object({
  type: z.int().optional(),
  app_permissions: z.string().regex(/^\d+$/).optional(),
});
const bearing = z.object({
  data: z.object({
    resolved: z.object({ channels: z.record(snowflake, resolvedChannel) }),
  }),
});

const bits: Record<ChannelPermission, bigint> = {
  'view-channel': flags.ViewChannel,
  'send-messages': flags.SendMessages,
  'send-messages-in-threads': flags.SendMessagesInThreads,
  'embed-links': flags.EmbedLinks,
  'read-message-history': flags.ReadMessageHistory,
};
const threads = new Set<number | undefined>([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

/**
 * What the bot may do in the channels that an interaction names, by their ids; without those of which Discord does not tell. What
 * stands beside the interaction itself is of the channel in which it was typed.
 */
export function readNamedChannels(raw: unknown): ReadonlyMap<string, NamedChannel> {
  const channels = bearing.safeParse(raw).data?.data.resolved.channels ?? {};
  return new Map(
    Object.entries(channels).flatMap(([id, { type, app_permissions: held }]) =>
      held === undefined ? [] : [[id, { isThread: threads.has(type), botMay: permissionsIn(BigInt(held)) }]],
    ),
  );
}

function permissionsIn(held: bigint): ReadonlySet<ChannelPermission> {
  const isHeld = (bit: bigint) => (held & (bit | flags.Administrator)) !== 0n;
  const all = Object.entries(bits) as [ChannelPermission, bigint][];
  return new Set(all.filter(([, bit]) => isHeld(bit)).map(([name]) => name));
}
