import { EventEmitter } from 'node:events';
import { MessageFlags, MessageType } from 'discord.js';
import type { APIAttachment, APIMessage, APIMessageInteractionMetadata } from 'discord.js';
import type { Attachments, Upload } from './attachments.js';
import { isEmpty } from './check/message.js';
import type { MessageBody } from './check/message.js';
import { numbered } from './component-ids.js';
import { pictured, withPictures } from './embed-pictures.js';
import { mentionsIn } from './mentions.js';
import { refusals } from './refusal.js';
import type { World } from './world.js';
import { userOf } from './resources.js';

/** A message, and who sees it. */
export interface Posted {
  message: APIMessage;
  /** Those that an embed shows too, which are not among the message's attachments. */
  files: readonly APIAttachment[];
  /** The only person who sees it; absent where all do. */
  onlyFor?: string;
}

/** What a message has beside its body. */
export interface Circumstances {
  onlyFor?: string;
  /** Discord's own type leaves out the command's name, which its client shows. */
  metadata?: APIMessageInteractionMetadata & { name?: string };
  /** The message that bears the button of whose press this is the answer. */
  source?: string;
  loading?: boolean;
  files?: readonly Upload[];
}

/** Messages that the stand-in remembers; the oldest go first. */
const mostMessages = 500;
/** The flags that a bot may set by itself. */
const settable =
  MessageFlags.SuppressEmbeds |
  MessageFlags.Ephemeral |
  MessageFlags.IsComponentsV2 |
  MessageFlags.SuppressNotifications;

/** The messages of the channel, oldest first. Emits `posted` (new or changed) and `deleted`. */
export class Messages extends EventEmitter<{ posted: [Posted]; deleted: [Posted] }> {
  readonly #posted = new Map<string, Posted>();
  constructor(
    private readonly world: World,
    private readonly attachments: Attachments,
    private readonly newId: () => string,
    private readonly now: () => number,
  ) {
    super();
    // one listener for each window of the page
    this.setMaxListeners(0);
  }

  /** What a person sees. */
  seenBy(person: string): APIMessage[] {
    return [...this.#posted.values()].filter((one) => canSee(one, person)).map(({ message }) => message);
  }

  /** What everyone sees, the bot too. */
  get open(): APIMessage[] {
    return [...this.#posted.values()]
      .filter((one) => one.onlyFor === undefined)
      .map(({ message }) => message);
  }

  find(id: string): Posted | undefined {
    return this.#posted.get(id);
  }

  /** @throws {ApiRefusal} where there is no such message. */
  get(id: string): Posted {
    const posted = this.find(id);
    if (posted === undefined) throw refusals.unknownMessage();
    return posted;
  }

  /** The bot says something. @throws {ApiRefusal} where its body names a file that is not there. */
  post(body: MessageBody, { onlyFor, metadata, source, loading, files = [] }: Circumstances = {}): Posted {
    const { channel, guild, bot } = this.world;
    const content = body.content ?? '';
    const attached = this.attachments.after([], body.attachments, files);
    const embeds = withPictures(body.embeds ?? [], attached);
    const message: APIMessage = {
      id: this.newId(),
      type: typeOf(metadata, source),
      channel_id: channel.id,
      author: userOf(bot, true),
      content,
      embeds,
      components: numbered(body.components ?? []),
      attachments: attached.filter((one) => !pictured(one, embeds)),
      ...mentionsIn(content, body.allowed_mentions, this.world),
      flags: ((body.flags ?? 0) & settable) | (loading ? MessageFlags.Loading : 0),
      timestamp: new Date(this.now()).toISOString(),
      edited_timestamp: null,
      tts: false,
      pinned: false,
      application_id: bot.id,
      ...(body.nonce != null && { nonce: body.nonce }),
      ...(metadata !== undefined && { webhook_id: bot.id, interaction_metadata: metadata }),
      ...(source !== undefined && {
        message_reference: { type: 0, message_id: source, channel_id: channel.id, guild_id: guild.id },
      }),
    };
    return this.#keep({ message, files: attached, ...(onlyFor !== undefined && { onlyFor }) });
  }

  /** Changes what is named in the body; what was loading is there now. @throws {ApiRefusal} where nothing would be left. */
  edit(id: string, body: MessageBody, files: readonly Upload[] = []): Posted {
    const posted = this.get(id);
    const { message } = posted;
    const flags = message.flags ?? 0;
    const attached = this.attachments.after(posted.files, body.attachments, files);
    const embeds = body.embeds === undefined ? message.embeds : withPictures(body.embeds ?? [], attached);
    const wasLoading = (flags & MessageFlags.Loading) !== 0;
    const changed: APIMessage = {
      ...message,
      // whom the content pings is decided anew only where it is new
      ...(body.content !== undefined && { content: body.content ?? '' }),
      ...(body.content !== undefined && mentionsIn(body.content ?? '', body.allowed_mentions, this.world)),
      embeds,
      ...(body.components !== undefined && { components: numbered(body.components ?? []) }),
      attachments: attached.filter((one) => !pictured(one, embeds)),
      flags: flags & ~MessageFlags.Loading,
      edited_timestamp: wasLoading ? null : new Date(this.now()).toISOString(),
    };
    if (isEmpty(changed, attached.length)) throw refusals.emptyMessage();
    return this.#keep({ ...posted, files: attached, message: changed });
  }

  /** @throws {ApiRefusal} where there is no such message. */
  pin(id: string, pinned: boolean): void {
    const posted = this.get(id);
    this.#keep({ ...posted, message: { ...posted.message, pinned } });
  }

  /** @throws {ApiRefusal} where there is no such message. */
  delete(id: string): void {
    const posted = this.get(id);
    this.#posted.delete(id);
    this.emit('deleted', posted);
  }

  #keep(posted: Posted): Posted {
    this.#posted.set(posted.message.id, posted);
    const [oldest] = this.#posted.keys();
    if (this.#posted.size > mostMessages && oldest !== undefined) this.#posted.delete(oldest);
    this.emit('posted', posted);
    return posted;
  }
}

export function canSee({ onlyFor }: Posted, person: string): boolean {
  return onlyFor === undefined || onlyFor === person;
}

function typeOf(metadata: Circumstances['metadata'], source: string | undefined): MessageType {
  if (source !== undefined) return MessageType.Reply;
  if (metadata === undefined) return MessageType.Default;
  return 'target_user' in metadata ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand;
}
