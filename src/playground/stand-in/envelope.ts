import { ApplicationIntegrationType, ChannelType, InteractionContextType } from 'discord.js';
import { memberOf } from './world.js';
import type { Person, World } from './world.js';

/** What every interaction bears. https://discord.com/developers/docs/interactions/receiving-and-responding */
export function envelope(world: World, person: Person, id: string, token: string): object {
  const { bot, guild, channel } = world;
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
    attachment_size_limit: world.attachmentSizeLimit,
  };
}
