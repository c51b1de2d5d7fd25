import { MessageFlags, MessageReferenceType, MessageType } from 'discord.js';
import type { APIAttachment, APIMessage, APIMessageInteractionMetadata } from 'discord.js';
import type { MessageBody } from './check/message.js';
import { numbered } from './component-ids.js';
import { pictured, withPictures } from './embed-pictures.js';
import { mentionsIn } from './mentions.js';
import { userOf } from './resources.js';
import type { Person, World } from './world.js';

/** What a message has beside its body. */
export interface Circumstances {
  /** The channel's id. */
  channel: string;
  /** Left out: the bot. */
  author?: Person;
  /** The only person who sees it; left out: all do. */
  onlyFor?: string | undefined;
  /** Whether it is gone for that person too, sooner or later: then it is not in the channel. */
  ephemeral?: boolean;
  /** Discord's own type leaves out the command's name, which its client shows. */
  metadata?: APIMessageInteractionMetadata & { name?: string };
  /** The message that bears the button of whose press this is the answer. */
  source?: string;
  loading?: boolean;
}

/** What every message bears from the beginning. */
interface Origin {
  id: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** The flags that a bot may set by itself. */
const settable =
  MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2 | MessageFlags.SuppressNotifications;

/** @param files that it is to have. @throws {ApiRefusal} where an embed names one that it has not. */
export function newMessage(
  body: MessageBody,
  { id, at }: Origin,
  { channel, author, ephemeral, metadata, source, loading }: Circumstances,
  files: readonly APIAttachment[],
  world: World,
): APIMessage {
  const { bot } = world;
  const content = body.content ?? '';
  const embeds = withPictures(body.embeds ?? [], files);
  return {
    id,
    type: typeOf(metadata, source),
    channel_id: channel,
    author: author === undefined ? userOf(bot, true) : userOf(author),
    content,
    embeds,
    components: numbered(body.components ?? []),
    attachments: files.filter((one) => !pictured(one, embeds)),
    ...mentionsIn(content, body.allowed_mentions, world),
    flags:
      ((body.flags ?? 0) & settable) |
      (ephemeral ? MessageFlags.Ephemeral : 0) |
      (loading ? MessageFlags.Loading : 0),
    timestamp: new Date(at).toISOString(),
    edited_timestamp: null,
    tts: false,
    pinned: false,
    ...(author === undefined && { application_id: bot.id }),
    ...(metadata !== undefined && { webhook_id: bot.id, interaction_metadata: metadata }),
    ...(source !== undefined && referenceTo(channel, source, world)),
  };
}

/** With what is named in the body changed; what was loading is there now. @param files all that it is to have. @throws {ApiRefusal} */
export function changedMessage(
  message: APIMessage,
  body: MessageBody,
  at: number,
  files: readonly APIAttachment[],
  world: World,
): APIMessage {
  const flags = message.flags ?? 0;
  const embeds = body.embeds === undefined ? message.embeds : withPictures(body.embeds ?? [], files);
  const wasLoading = (flags & MessageFlags.Loading) !== 0;
  return {
    ...message,
    // whom the content pings is decided anew only where it is new
    ...(body.content !== undefined && { content: body.content ?? '' }),
    ...(body.content !== undefined && mentionsIn(body.content ?? '', body.allowed_mentions, world)),
    embeds,
    ...(body.components !== undefined && { components: numbered(body.components ?? []) }),
    attachments: files.filter((one) => !pictured(one, embeds)),
    flags: flags & ~MessageFlags.Loading,
    edited_timestamp: wasLoading ? null : new Date(at).toISOString(),
  };
}

/** What Discord says in a channel when the bot pins one of its messages. */
export function pinNotice({ id, channel_id: channel }: APIMessage, origin: Origin, world: World): APIMessage {
  return {
    ...newMessage({}, origin, { channel }, [], world),
    type: MessageType.ChannelPinnedMessage,
    ...referenceTo(channel, id, world),
  };
}

function referenceTo(channel: string, message: string, { guild, channels }: World) {
  const isOnServer = channels.some(({ id }) => id === channel);
  return {
    message_reference: {
      type: MessageReferenceType.Default,
      message_id: message,
      channel_id: channel,
      ...(isOnServer && { guild_id: guild.id }),
    },
  };
}

function typeOf(metadata: Circumstances['metadata'], source: string | undefined): MessageType {
  if (source !== undefined) return MessageType.Reply;
  if (metadata === undefined) return MessageType.Default;
  return 'target_user' in metadata ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand;
}
