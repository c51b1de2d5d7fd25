import type { APIApplicationCommandOptionChoice, APIMessage } from 'discord-api-types/v10';
import type { TypedCommand } from '../line.js';
import type { FieldValue, FromPage, OpenModal, ToPage } from '../protocol.js';
import { channelCalled, channelsOf } from './page-channel.js';
import type { Hello, PageChannel } from './page-channel.js';

/** A form that a person has before them. */
export interface OpenForm {
  modal: OpenModal;
  /** Of what was sent of it and is not answered yet. */
  nonce?: string;
  /** Why it was not taken, in the words of Discord's client; empty where nothing is wrong. */
  problem: string;
}

const notRunning = 'Not sent: the playground is not running.';

/** What one person sees of the channels, kept up by what the program says. */
export class Conversation {
  hello: Hello | undefined;
  /** The channel that the person has before them. */
  here: PageChannel | undefined;
  /** The channels in which something new was said since the person was there. */
  readonly unread = new Set<string>();
  /** What came to nothing, in the words of Discord's client. */
  failures: readonly { nonce: string; reason: string }[] = [];
  form: OpenForm | undefined;
  /** The buttons that were pressed and are not answered yet: `message id`, a space, `custom id`. */
  readonly pending = new Set<string>();
  /** Of all channels, oldest first. */
  #messages: readonly APIMessage[] = [];
  readonly #presses = new Map<string, string>();
  readonly #completing = new Map<string, (choices: APIApplicationCommandOptionChoice[]) => void>();

  /** @param say sends to the program; returns whether it could. @param wanted the channel to begin with, id or name. */
  constructor(
    private readonly say: (message: FromPage) => boolean,
    private wanted: string | null,
  ) {}

  /** What is in the channel. */
  get messages(): readonly APIMessage[] {
    return this.#messages.filter((one) => one.channel_id === this.here?.id);
  }

  /** Where the person can go: to the bot's direct messages once there are any. */
  get channels(): readonly PageChannel[] {
    const { hello, here } = this;
    const written = new Set(this.#messages.map((one) => one.channel_id));
    const all = hello === undefined ? [] : channelsOf(hello);
    return all.filter(({ id, isDirect }) => !isDirect || id === here?.id || written.has(id));
  }

  /** Goes to another channel. */
  enter(channel: PageChannel): void {
    this.here = channel;
    this.wanted = channel.name;
    this.failures = [];
    this.unread.delete(channel.id);
  }

  hear(message: ToPage): void {
    switch (message.kind) {
      case 'hello':
        // a form of someone else's, or one that nobody will answer any more
        this.form = undefined;
        for (const nonce of this.#completing.keys()) this.#complete(nonce, []);
        this.#messages = message.messages;
        this.pending.clear();
        this.unread.clear();
        this.hello = message;
        this.here = channelCalled(this.wanted, channelsOf(message));
        return;
      case 'commands':
        if (this.hello !== undefined) this.hello = { ...this.hello, commands: message.commands };
        return;
      case 'bot':
        if (this.hello !== undefined) this.hello = { ...this.hello, botOnline: message.online };
        return;
      case 'message':
        return this.#show(message.message);
      case 'deleted':
        return this.dismiss(message.messageId);
      case 'choices':
        return this.#complete(message.nonce, message.choices);
      case 'modal':
        this.form = { modal: message.modal, problem: '' };
        return this.#settle(message.nonce);
      case 'acknowledged':
        if (this.form?.nonce === message.nonce) this.form = undefined;
        return this.#settle(message.nonce);
      case 'failed':
        this.#complete(message.nonce, []);
        this.#settle(message.nonce);
        if (this.form?.nonce === message.nonce)
          this.form = { modal: this.form.modal, problem: message.reason };
        else this.failures = [...this.failures, message];
    }
  }

  command(command: TypedCommand): void {
    this.#order((nonce) => ({ kind: 'command', nonce, channelId: this.#channelId, ...command }));
  }

  /** Chooses a command from the menu on a person. */
  choose(commandId: string, targetId: string): void {
    this.#order((nonce) => ({ kind: 'choose', nonce, channelId: this.#channelId, commandId, targetId }));
  }

  /** @param values what was chosen, where it is a menu. */
  press(messageId: string, customId: string, values?: string[]): void {
    const nonce = crypto.randomUUID();
    if (!this.say({ kind: 'press', nonce, messageId, customId, ...(values && { values }) })) return;
    this.#presses.set(nonce, `${messageId} ${customId}`);
    this.pending.add(`${messageId} ${customId}`);
  }

  /** Sends the form that is open. */
  submit(values: Record<string, FieldValue>): void {
    if (this.form === undefined) return;
    const { modal } = this.form;
    const nonce = crypto.randomUUID();
    const sent = this.say({ kind: 'submit', nonce, modalId: modal.id, values });
    this.form = sent ? { modal, nonce, problem: '' } : { modal, problem: notRunning };
  }

  closeForm(): void {
    this.form = undefined;
  }

  /** What the bot offers for an option. */
  complete(command: TypedCommand): Promise<APIApplicationCommandOptionChoice[]> {
    const nonce = crypto.randomUUID();
    return new Promise((resolve) => {
      this.#completing.set(nonce, resolve);
      if (!this.say({ kind: 'autocomplete', nonce, channelId: this.#channelId, ...command }))
        this.#complete(nonce, []);
    });
  }

  dismiss(messageId: string): void {
    this.#messages = this.#messages.filter(({ id }) => id !== messageId);
  }

  get #channelId(): string {
    return this.here?.id ?? '';
  }

  /** What went wrong before is of no interest any more. */
  #order(said: (nonce: string) => FromPage): void {
    const nonce = crypto.randomUUID();
    this.failures = this.say(said(nonce)) ? [] : [{ nonce, reason: notRunning }];
  }

  #show(message: APIMessage): void {
    const known = this.#messages.some(({ id }) => id === message.id);
    this.#messages = known
      ? this.#messages.map((one) => (one.id === message.id ? message : one))
      : [...this.#messages, message];
    if (!known && message.channel_id !== this.here?.id) this.unread.add(message.channel_id);
  }

  #complete(nonce: string, choices: APIApplicationCommandOptionChoice[]): void {
    this.#completing.get(nonce)?.(choices);
    this.#completing.delete(nonce);
  }

  #settle(nonce: string): void {
    this.pending.delete(this.#presses.get(nonce) ?? '');
    this.#presses.delete(nonce);
  }
}
