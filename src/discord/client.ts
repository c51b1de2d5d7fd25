import { Client, Events, Options } from 'discord.js';
import type { CacheWithLimitsOptions } from 'discord.js';

/** Which part of its servers' events a program takes. */
export type ShardChoice = 'auto' | { ids: number[]; count: number };

/**
 * Nothing that interactions bring along is kept: they are read as they arrive. discord.js itself needs the servers, channels,
 * roles and overwrites, which come without people.
 */
const nothingKept: CacheWithLimitsOptions = {
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildForumThreadManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: 0,
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  GuildTextThreadManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadManager: 0,
  ThreadMemberManager: 0,
  UserManager: 0,
  VoiceStateManager: 0,
};

/** discord.js's client, not connected yet. It keeps no people. @param api the address of Discord's REST interface, without its version. */
export function newClient({ api, shards }: { api?: string | undefined; shards: ShardChoice }): Client {
  const client = new Client({
    // interactions come without any; the bot reads no messages and knows no members
    intents: [],
    // discord.js asks Discord how many there should be, and how many may identify at once
    ...(shards === 'auto' ? { shards } : { shards: shards.ids, shardCount: shards.count }),
    ...(api !== undefined && { rest: { api } }),
    makeCache: Options.cacheWithLimits(nothingKept),
  });
  // the channels must be kept, and a direct one stands for a person
  client.on(Events.InteractionCreate, ({ channel, client: { channels } }) => {
    if (channel?.isDMBased()) channels.cache.delete(channel.id);
  });
  return client;
}
