import { EventEmitter } from 'node:events';
import { EmbedType, MessageFlags, MessageType } from 'discord.js';
import type { APIMessage, APIMessageInteractionMetadata, APIUser } from 'discord.js';
import { isEmpty } from './limits.js';
import { refusals } from './refusal.js';
import type { MessageBody } from './validate.js';
import type { World } from './world.js';
import { userOf } from './world.js';

/** A message, and who sees it. */
export interface Posted {
  message: APIMessage;
  /** The only person who sees it; absent where all do. */
  onlyFor?: string;
}

/** Messages that the stand-in remembers; the oldest go first. */
const mostMessages = 500;

/** The messages of the channel, oldest first. Emits `posted` (new or changed) and `deleted`. */
export class Messages extends EventEmitter<{ posted: [Posted]; deleted: [Posted] }> {
  readonly #posted = new Map<string, Posted>();
  constructor(
    private readonly world: World,
    private readonly newId: () => string,
    private readonly now: () => number,
  ) {
    super();
  }

  /** What a person sees. */
  seenBy(person: string): APIMessage[] {
    return [...this.#posted.values()].filter((one) => canSee(one, person)).map(({ message }) => message);
  }

  /** @throws {ApiRefusal} where there is no such message. */
  get(id: string): Posted {
    const posted = this.#posted.get(id);
    if (posted === undefined) throw refusals.unknownMessage();
    return posted;
  }

  /** The bot says something. @param onlyFor the only person who sees it. */
  post(
    body: MessageBody,
    more: { onlyFor?: string; metadata?: APIMessageInteractionMetadata; loading?: boolean },
  ): Posted {
    const { onlyFor, metadata, loading = false } = more;
    const { guild, channel, bot } = this.world;
    const message: APIMessage = {
      id: this.newId(),
      type: metadata === undefined ? MessageType.Default : MessageType.ChatInputCommand,
      channel_id: channel.id,
      author: userOf(bot, true),
      ...this.#bodyOf(body),
      flags: (onlyFor === undefined ? 0 : MessageFlags.Ephemeral) | (loading ? MessageFlags.Loading : 0),
      timestamp: new Date(this.now()).toISOString(),
      edited_timestamp: null,
      tts: false,
      pinned: false,
      mention_roles: [],
      attachments: [],
      application_id: bot.id,
      webhook_id: bot.id,
      ...(metadata !== undefined && { interaction_metadata: metadata }),
      ...{ guild_id: guild.id },
    };
    return this.#keep({ message, ...(onlyFor !== undefined && { onlyFor }) });
  }

  /** Changes what is named in the body; what was loading is there now. @throws {ApiRefusal} where nothing would be left. */
  edit(id: string, body: MessageBody): Posted {
    const posted = this.get(id);
    const { message } = posted;
    const wasLoading = (message.flags ?? 0) & MessageFlags.Loading;
    const changed: APIMessage = {
      ...message,
      ...this.#bodyOf({ ...message, ...body }),
      flags: (message.flags ?? 0) & ~MessageFlags.Loading,
      edited_timestamp: wasLoading ? null : new Date(this.now()).toISOString(),
    };
    if (isEmpty(changed, 0)) throw refusals.emptyMessage();
    return this.#keep({ ...posted, message: changed });
  }

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

  #bodyOf(body: MessageBody) {
    const content = body.content ?? '';
    return {
      content,
      embeds: (body.embeds ?? []).map((embed) => ({
        type: EmbedType.Rich,
        ...embed,
      })) as APIMessage['embeds'],
      components: (body.components ?? []) as NonNullable<APIMessage['components']>,
      ...this.#pinged(content, body.allowed_mentions),
    };
  }

  /** Whom the text would ping. Embeds ping no one. */
  #pinged(
    content: string,
    allowed: MessageBody['allowed_mentions'],
  ): { mentions: APIUser[]; mention_everyone: boolean } {
    const may = (kind: string) => allowed?.parse === undefined || allowed.parse.includes(kind);
    const named = new Set([...content.matchAll(/<@!?(\d+)>/g)].map(([, id]) => id));
    return {
      mentions: this.world.people
        .filter(({ id }) => named.has(id) && (may('users') || allowed?.users?.includes(id)))
        .map((person) => userOf(person)),
      mention_everyone: /@(everyone|here)\b/.test(content) && may('everyone'),
    };
  }
}

export function canSee({ onlyFor }: Posted, person: string): boolean {
  return onlyFor === undefined || onlyFor === person;
}
