import { randomBytes } from 'node:crypto';
import { InteractionResponseType, InteractionType, MessageFlags } from 'discord.js';
import type { APIApplicationCommandOptionChoice, APIMessageInteractionMetadata } from 'discord.js';
import type { Messages } from './messages.js';
import { ApiRefusal, refusals } from './refusal.js';
import { madeAt } from './snowflake.js';
import { checkCallback, checkEdit, checkFollowUp } from './validate.js';
import type { MessageBody } from './validate.js';
import type { Person } from './world.js';
import { userOf } from './world.js';

/** What became of an interaction, as the person who made it sees it. */
export type Outcome =
  | { kind: 'message'; messageId: string; ephemeral: boolean; deferred: boolean }
  | { kind: 'updated'; messageId: string }
  | { kind: 'acknowledged' }
  | { kind: 'choices'; choices: APIApplicationCommandOptionChoice[] }
  | { kind: 'modal'; modal: object }
  /** In the words of Discord's client. */
  | { kind: 'failed'; reason: string };

/** One interaction from its making to the end of its token. */
interface Lived {
  id: string;
  token: string;
  type: InteractionType;
  person: Person;
  command?: string;
  /** The message that bears the button. */
  source?: string;
  acknowledged: boolean;
  /** The first answer, which `@original` names. */
  original?: string;
  settle(outcome: Outcome): void;
}

/** Discord waits so long for a first answer. Milliseconds. */
const answerable = 3_000;
/** A token is good for so long. Milliseconds. */
const tokenLife = 15 * 60_000;

export class Interactions {
  readonly #byToken = new Map<string, Lived>();
  constructor(
    private readonly messages: Messages,
    private readonly newId: (at?: number) => string,
    private readonly now: () => number,
  ) {}

  /** @param at when it is made; left out: now. @returns what the bot is to be told of it, and what becomes of it. */
  make(
    type: InteractionType,
    person: Person,
    more: { command?: string; source?: string; at?: number },
  ): { id: string; token: string; outcome: Promise<Outcome> } {
    const id = this.newId(more.at);
    const token = randomBytes(48).toString('base64url');
    let timer: NodeJS.Timeout | undefined;
    const outcome = new Promise<Outcome>((resolve) => {
      const settle = (settled: Outcome) => {
        clearTimeout(timer);
        resolve(settled);
      };
      timer = setTimeout(
        () => settle({ kind: 'failed', reason: failure(type) }),
        Math.max(0, madeAt(id) + answerable - this.now()),
      );
      const { command, source } = more;
      const lived = { id, token, type, person, acknowledged: false, settle };
      this.#byToken.set(token, {
        ...lived,
        ...(command !== undefined && { command }),
        ...(source !== undefined && { source }),
      });
    });
    this.#forget();
    return { id, token, outcome };
  }

  /** The first answer. @throws {ApiRefusal} */
  callback(id: string, token: string, body: unknown): void {
    const lived = this.#byToken.get(token);
    if (lived?.id !== id) throw refusals.unknownInteraction();
    if (lived.acknowledged) throw refusals.acknowledged();
    if (this.now() - madeAt(id) > answerable) throw refusals.unknownInteraction();
    const response = checkCallback(lived.type, body);
    lived.acknowledged = true;
    switch (response.type) {
      case InteractionResponseType.ChannelMessageWithSource:
        return this.#answer(lived, response.data as MessageBody, false);
      case InteractionResponseType.DeferredChannelMessageWithSource:
        return this.#answer(lived, { flags: response.data?.flags ?? 0 }, true);
      case InteractionResponseType.UpdateMessage:
        this.messages.edit(lived.source ?? '', (response.data ?? {}) as MessageBody);
        lived.settle({ kind: 'updated', messageId: lived.source ?? '' });
        return;
      case InteractionResponseType.DeferredMessageUpdate:
        return lived.settle({ kind: 'acknowledged' });
      case InteractionResponseType.ApplicationCommandAutocompleteResult:
        return lived.settle({ kind: 'choices', choices: response.data.choices ?? [] });
      case InteractionResponseType.Modal:
        return lived.settle({ kind: 'modal', modal: response.data });
      default:
        throw refusals.unknownInteraction();
    }
  }

  /** Another message; after a deferral that is not filled yet it fills that one, as at Discord. @throws {ApiRefusal} */
  followUp(application: string, token: string, body: unknown): string {
    const lived = this.#webhook(application, token);
    const message = checkFollowUp(body);
    const pending = lived.original === undefined ? undefined : this.#find(lived.original);
    if (pending !== undefined && (pending.message.flags ?? 0) & MessageFlags.Loading)
      return this.messages.edit(pending.message.id, message).message.id;
    return this.#post(lived, message, false).message.id;
  }

  /** Changes an answer. @param id `@original` for the first. @throws {ApiRefusal} */
  edit(application: string, token: string, id: string, body: unknown): string {
    const lived = this.#webhook(application, token);
    return this.messages.edit(this.#named(lived, id), checkEdit(body)).message.id;
  }

  remove(application: string, token: string, id: string): void {
    this.messages.delete(this.#named(this.#webhook(application, token), id));
  }

  read(application: string, token: string, id: string): string {
    return this.messages.get(this.#named(this.#webhook(application, token), id)).message.id;
  }

  #answer(lived: Lived, body: MessageBody, deferred: boolean): void {
    const { message, onlyFor } = this.#post(lived, body, deferred);
    lived.original = message.id;
    lived.settle({ kind: 'message', messageId: message.id, ephemeral: onlyFor !== undefined, deferred });
  }

  #post(lived: Lived, body: MessageBody, loading: boolean) {
    const ephemeral = ((body.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
    return this.messages.post(body, {
      ...(ephemeral && { onlyFor: lived.person.id }),
      metadata: metadataOf(lived),
      loading,
    });
  }

  #named(lived: Lived, id: string): string {
    if (id !== '@original') return id;
    const original = lived.original ?? lived.source;
    if (original === undefined) throw refusals.unknownMessage();
    return original;
  }

  #find(id: string) {
    try {
      return this.messages.get(id);
    } catch (error) {
      if (error instanceof ApiRefusal) return undefined;
      throw error;
    }
  }

  #webhook(application: string, token: string): Lived {
    const lived = this.#byToken.get(token);
    if (!/^\d+$/.test(application)) throw refusals.unknownWebhook();
    if (lived === undefined || this.now() - madeAt(lived.id) > tokenLife)
      throw refusals.invalidWebhookToken();
    if (!lived.acknowledged) throw refusals.unknownWebhook();
    return lived;
  }

  #forget(): void {
    for (const [token, { id }] of this.#byToken) {
      if (this.now() - madeAt(id) <= tokenLife) return;
      this.#byToken.delete(token);
    }
  }
}

function failure(type: InteractionType): string {
  return type === InteractionType.ApplicationCommand
    ? 'The application did not respond'
    : 'This interaction failed';
}

/** What a message tells of the interaction that caused it. Discord's published type leaves out the command's name. */
function metadataOf({ id, type, person, command }: Lived): APIMessageInteractionMetadata {
  const base = {
    id,
    user: userOf(person),
    authorizing_integration_owners: {},
    ...(command !== undefined && { name: command }),
  };
  return {
    ...base,
    type: type === InteractionType.MessageComponent ? type : InteractionType.ApplicationCommand,
  } as APIMessageInteractionMetadata;
}
