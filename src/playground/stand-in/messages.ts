import { EventEmitter } from 'node:events';
import { MessageFlags } from 'discord.js';
import type { APIAttachment, APIMessage } from 'discord.js';
import type { Attachments, Upload } from './attachments.js';
import { isEmpty } from './check/message.js';
import type { MessageBody } from './check/message.js';
import { changedMessage, newMessage, pinNotice } from './message.js';
import type { Circumstances } from './message.js';
import { refusals } from './refusal.js';
import type { World } from './world.js';

/** A message, and who sees it. */
export interface Posted {
  message: APIMessage;
  /** Those that an embed shows too, which are not among the message's attachments. */
  files: readonly APIAttachment[];
  /** The only person who sees it; absent where all do. */
  onlyFor?: string | undefined;
  /** When it was pinned; absent where it is not. Milliseconds since 1970. */
  pinnedAt?: number | undefined;
}

/** Messages of one channel that the stand-in remembers; the oldest go first. */
const mostMessages = 5_000;
/** Pins that a channel can have. */
const mostPins = 250;

/** The messages of all channels. Emits `posted` (new or changed) and `deleted`. */
export class Messages extends EventEmitter<{ posted: [Posted]; deleted: [Posted] }> {
  /** By channel, then by id, oldest first. */
  readonly #channels = new Map<string, Map<string, Posted>>();
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

  /** What a person sees of a channel, oldest first. */
  seenBy(person: string, channel: string): APIMessage[] {
    return this.#of(channel)
      .filter((one) => canSee(one, person))
      .map(({ message }) => message);
  }

  /** What is in a channel for whoever may read it, the bot too, oldest first. */
  in(channel: string): APIMessage[] {
    return this.#of(channel)
      .map(({ message }) => message)
      .filter((one) => !isEphemeral(one));
  }

  /** What is pinned in a channel; what was pinned last comes first. */
  pinnedIn(channel: string): { message: APIMessage; pinnedAt: number }[] {
    return this.#of(channel)
      .flatMap(({ message, pinnedAt }) => (pinnedAt === undefined ? [] : [{ message, pinnedAt }]))
      .toSorted((a, b) => b.pinnedAt - a.pinnedAt);
  }

  find(id: string): Posted | undefined {
    for (const channel of this.#channels.values()) {
      const posted = channel.get(id);
      if (posted !== undefined) return posted;
    }
    return undefined;
  }

  /** @throws {ApiRefusal} where there is no such message. */
  get(id: string): Posted {
    const posted = this.find(id);
    if (posted === undefined) throw refusals.unknownMessage();
    return posted;
  }

  /** @throws {ApiRefusal} where the body names a file that is not there. */
  post(body: MessageBody, circumstances: Circumstances, uploads: readonly Upload[] = []): Posted {
    const { channel, onlyFor } = circumstances;
    const files = this.attachments.after(channel, [], body.attachments, uploads);
    const message = newMessage(body, this.#origin(), circumstances, files, this.world);
    return this.#keep({ message, files, onlyFor });
  }

  /** Changes what is named in the body; what was loading is there now. @throws {ApiRefusal} where nothing would be left. */
  edit(id: string, body: MessageBody, uploads: readonly Upload[] = []): Posted {
    const posted = this.get(id);
    const { message } = posted;
    const files = this.attachments.after(message.channel_id, posted.files, body.attachments, uploads);
    const changed = changedMessage(message, body, this.now(), files, this.world);
    if (isEmpty(changed, files.length)) throw refusals.emptyMessage();
    return this.#keep({ ...posted, files, message: changed });
  }

  /** Pins a message, of which its channel is told. @throws {ApiRefusal} where there is none, or too many are. */
  pin(id: string): void {
    const posted = this.get(id);
    const { message, onlyFor, pinnedAt } = posted;
    if (pinnedAt !== undefined) return;
    if (this.pinnedIn(message.channel_id).length >= mostPins) throw refusals.tooManyPins();
    this.#keep({ ...posted, pinnedAt: this.now(), message: { ...message, pinned: true } });
    this.#keep({ message: pinNotice(message, this.#origin(), this.world), files: [], onlyFor });
  }

  /** @throws {ApiRefusal} where there is no such message. */
  unpin(id: string): void {
    const posted = this.get(id);
    this.#keep({ ...posted, pinnedAt: undefined, message: { ...posted.message, pinned: false } });
  }

  /** @throws {ApiRefusal} where there is no such message. */
  delete(id: string): void {
    const posted = this.get(id);
    this.#channels.get(posted.message.channel_id)?.delete(id);
    this.emit('deleted', posted);
  }

  #of(channel: string): Posted[] {
    return [...(this.#channels.get(channel)?.values() ?? [])];
  }

  #origin(): { id: string; at: number } {
    return { id: this.newId(), at: this.now() };
  }

  #keep(posted: Posted): Posted {
    const { id, channel_id: place } = posted.message;
    const channel = this.#channels.get(place) ?? new Map<string, Posted>();
    this.#channels.set(place, channel.set(id, posted));
    const [oldest] = channel.keys();
    if (channel.size > mostMessages && oldest !== undefined) channel.delete(oldest);
    this.emit('posted', posted);
    return posted;
  }
}

export function canSee({ onlyFor }: Posted, person: string): boolean {
  return onlyFor === undefined || onlyFor === person;
}

/** Whether it is for one person alone and not in the channel. */
export function isEphemeral({ flags }: APIMessage): boolean {
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}
