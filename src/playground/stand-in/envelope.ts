import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { channelOf, memberOf } from './resources.js';
import { botMayIn } from './world.js';
import type { Channel, Person, World } from './world.js';

/** What every interaction bears. https://discord.com/developers/docs/interactions/receiving-and-responding */
export function envelope(
  world: World,
  person: Person,
  { id, token, channel, locale }: { id: string; token: string; channel: Channel; locale: string },
): object {
  const { bot, guild } = world;
  return {
    id,
    application_id: bot.id,
    token,
    version: 1,
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
    channel_id: channel.id,
    channel: { ...channelOf(channel, world), permissions: String(person.permissions) },
    member: memberOf(person),
    locale,
    app_permissions: String(botMayIn(channel, world)),
    entitlements: [],
    authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: guild.id },
    context: InteractionContextType.Guild,
    attachment_size_limit: world.attachmentSizeLimit,
  };
}
