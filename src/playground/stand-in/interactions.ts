import { randomBytes } from 'node:crypto';
import { InteractionResponseType as Answer, MessageFlags } from 'discord.js';
import type { APIInteractionResponse, RESTPostAPIInteractionCallbackWithResponseResult } from 'discord.js';
import type { Upload } from './attachments.js';
import { resultOf } from './callback-result.js';
import { checkedCallback, dataOf } from './check/callback.js';
import { checkedEdit, checkedFollowUp } from './check/message.js';
import type { MessageBody } from './check/message.js';
import type { Messages, Posted } from './messages.js';
import { metadataOf } from './metadata.js';
import type { Modals } from './modals.js';
import { failureOf } from './outcome.js';
import type { Outcome } from './outcome.js';
import { refusals } from './refusal.js';
import { madeAt } from './snowflake.js';
import type { Deed } from './deed.js';

/** One interaction from its making to the end of its token. */
interface Lived extends Deed {
  id: string;
  token: string;
  isAnswered: boolean;
  /** The message that `@original` names: the first answer, or the one that it changed. */
  original?: string;
  /** The messages that its token may change. */
  readonly messages: Set<string>;
  settle: (outcome: Outcome) => void;
}

/** Discord waits so long for a first answer. Milliseconds. */
const answerable = 3_000;
/** A token is good for so long. Milliseconds. */
const tokenLife = 15 * 60_000;

/** The interactions whose tokens are still good. https://discord.com/developers/docs/interactions/receiving-and-responding */
export class Interactions {
  readonly #byToken = new Map<string, Lived>();
  constructor(
    private readonly application: string,
    private readonly messages: Messages,
    private readonly modals: Modals,
    private readonly newId: (at?: number) => string,
    private readonly now: () => number,
  ) {}

  /** @param at when it is made; left out: now. @returns what the bot is to be told of it, and what becomes of it. */
  make(deed: Deed, at?: number): { id: string; token: string; outcome: Promise<Outcome> } {
    this.#forget();
    const id = this.newId(at);
    const token = randomBytes(48).toString('base64url');
    const outcome = new Promise<Outcome>((resolve) => {
      const left = madeAt(id) + answerable - this.now();
      const timer = setTimeout(() => resolve(failureOf(deed.type)), Math.max(0, left));
      const settle = (settled: Outcome) => {
        clearTimeout(timer);
        resolve(settled);
      };
      this.#byToken.set(token, { ...deed, id, token, isAnswered: false, messages: new Set(), settle });
    });
    return { id, token, outcome };
  }

  /** The first answer. @throws {ApiRefusal} */
  answer(
    id: string,
    token: string,
    body: unknown,
    files: readonly Upload[],
  ): RESTPostAPIInteractionCallbackWithResponseResult {
    const lived = this.#byToken.get(token);
    if (lived?.id !== id) throw refusals.unknownInteraction();
    if (lived.isAnswered) throw refusals.alreadyAnswered();
    if (this.now() - madeAt(id) > answerable) throw refusals.unknownInteraction();
    const response = checkedCallback(lived.type, body, files.length);
    const outcome = this.#take(lived, response, files);
    lived.isAnswered = true;
    lived.settle(outcome);
    return resultOf(lived, response.type, this.messages.find(lived.original ?? ''));
  }

  /** One more message. After a deferral that is not filled yet it fills that one, as at Discord. @throws {ApiRefusal} */
  followUp(application: string, token: string, body: unknown, files: readonly Upload[]): Posted {
    const lived = this.#webhook(application, token);
    const message = checkedFollowUp(body, files.length);
    const original = this.messages.find(lived.original ?? '')?.message;
    if (original !== undefined && ((original.flags ?? 0) & MessageFlags.Loading) !== 0)
      return this.messages.edit(original.id, message, files);
    return this.#post(lived, message, files);
  }

  /** @param id `@original` for the first answer, here and below. @throws {ApiRefusal} */
  read(application: string, token: string, id: string): Posted {
    return this.messages.get(this.#named(this.#webhook(application, token), id));
  }

  /** @throws {ApiRefusal} */
  edit(application: string, token: string, id: string, body: unknown, files: readonly Upload[]): Posted {
    const lived = this.#webhook(application, token);
    return this.messages.edit(this.#named(lived, id), checkedEdit(body), files);
  }

  /** @throws {ApiRefusal} */
  remove(application: string, token: string, id: string): void {
    this.messages.delete(this.#named(this.#webhook(application, token), id));
  }

  /** Nobody waits for an answer any more. */
  close(): void {
    for (const { settle, type } of this.#byToken.values()) settle(failureOf(type));
  }

  #take(lived: Lived, response: APIInteractionResponse, files: readonly Upload[]): Outcome {
    switch (response.type) {
      case Answer.ChannelMessageWithSource:
      case Answer.DeferredChannelMessageWithSource: {
        const deferred = response.type === Answer.DeferredChannelMessageWithSource;
        const { message, onlyFor } = this.#post(lived, dataOf(response), files, deferred);
        lived.original = message.id;
        return { kind: 'message', messageId: message.id, ephemeral: onlyFor !== undefined, deferred };
      }
      case Answer.UpdateMessage: {
        const { message } = this.messages.edit(this.#source(lived), dataOf(response), files);
        return { kind: 'updated', messageId: message.id };
      }
      case Answer.DeferredMessageUpdate:
        this.#source(lived);
        return { kind: 'acknowledged' };
      case Answer.ApplicationCommandAutocompleteResult:
        return { kind: 'choices', choices: response.data.choices ?? [] };
      case Answer.Modal:
        return { kind: 'modal', modal: this.modals.open(lived, response.data) };
      default:
        throw refusals.unknownInteraction();
    }
  }

  /** The message with the button is now the one that `@original` names. */
  #source(lived: Lived): string {
    if (lived.source === undefined) throw refusals.unknownMessage();
    lived.original = lived.source;
    lived.messages.add(lived.source);
    return lived.source;
  }

  #post(lived: Lived, body: MessageBody, files: readonly Upload[], loading = false): Posted {
    const isPrivate = ((body.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
    const circumstances = {
      channel: lived.channel.id,
      ...(isPrivate && { onlyFor: lived.person.id, ephemeral: true }),
      ...(lived.source !== undefined && { source: lived.source }),
      metadata: metadataOf(lived),
      loading,
    };
    const posted = this.messages.post(body, circumstances, files);
    lived.messages.add(posted.message.id);
    return posted;
  }

  #named({ original, messages }: Lived, id: string): string {
    const named = id === '@original' ? original : id;
    if (named === undefined || !messages.has(named)) throw refusals.unknownMessage();
    return named;
  }

  /** Before its first answer, and for another application, a token names nothing. */
  #webhook(application: string, token: string): Lived {
    const lived = this.#byToken.get(token);
    if (lived === undefined || this.now() - madeAt(lived.id) > tokenLife)
      throw refusals.invalidWebhookToken();
    if (application !== this.application || !lived.isAnswered) throw refusals.unknownWebhook();
    return lived;
  }

  /** The oldest come first. */
  #forget(): void {
    for (const [token, { id }] of this.#byToken) {
      if (this.now() - madeAt(id) <= tokenLife) return;
      this.#byToken.delete(token);
    }
  }
}
