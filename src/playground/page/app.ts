import type { APIApplicationCommandOptionChoice, APIMessage } from 'discord-api-types/v10';
import { html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { TypedCommand } from '../line.js';
import type { ToPage } from '../protocol.js';
import './composer.js';
import type { Composer } from './composer.js';
import { connect } from './connection.js';
import type { Connection } from './connection.js';
import { messageView } from './message-view.js';
import type { Scene } from './message-view.js';

type Hello = Extract<ToPage, { kind: 'hello' }>;

/** What to try first. */
const examples = [
  '/hp character add name:Thorin max:31',
  "/hp damage amount:7 note:goblin's scimitar",
  '/hp log',
];
/** So close to the end of the list, in pixels, counts as being there. */
const nearEnd = 80;

/** A channel, as one person has it before them. */
@customElement('hp-playground')
export class Playground extends LitElement {
  @state() private hello: Hello | undefined;
  @state() private messages: readonly APIMessage[] = [];
  @state() private failures: readonly { id: string; text: string }[] = [];
  @state() private connected = false;
  @state() private unread = false;
  @state() private pending: ReadonlySet<string> = new Set();
  private readonly light = matchMedia('(prefers-color-scheme: light)');
  private readonly completing = new Map<string, (choices: APIApplicationCommandOptionChoice[]) => void>();
  private readonly presses = new Map<string, string>();
  private connection: Connection | undefined;

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.light.addEventListener('change', () => this.requestUpdate());
    const person = new URL(location.href).searchParams.get('as');
    this.connection = connect(person, {
      heard: (message) => this.heard(message),
      lost: () => {
        this.connected = false;
      },
    });
  }

  private heard(message: ToPage): void {
    switch (message.kind) {
      case 'hello':
        this.hello = message;
        this.messages = message.messages;
        this.connected = true;
        this.pending = new Set();
        void this.toEnd();
        return;
      case 'commands':
        if (this.hello !== undefined) this.hello = { ...this.hello, commands: message.commands };
        return;
      case 'bot':
        if (this.hello !== undefined) this.hello = { ...this.hello, botOnline: message.online };
        return;
      case 'message':
        this.show(message.message);
        return;
      case 'deleted':
        this.messages = this.messages.filter(({ id }) => id !== message.messageId);
        return;
      case 'choices':
        this.completing.get(message.nonce)?.(message.choices);
        this.completing.delete(message.nonce);
        return;
      case 'acknowledged':
        this.pressed(message.nonce);
        return;
      case 'failed':
        this.completing.get(message.nonce)?.([]);
        this.completing.delete(message.nonce);
        this.pressed(message.nonce);
        this.failures = [...this.failures, { id: message.nonce, text: message.reason }];
        void this.toEnd();
    }
  }

  private show(message: APIMessage): void {
    const atEnd = this.isAtEnd();
    const known = this.messages.some(({ id }) => id === message.id);
    this.messages = known
      ? this.messages.map((one) => (one.id === message.id ? message : one))
      : [...this.messages, message];
    if (atEnd) void this.toEnd();
    else if (!known) this.unread = true;
  }

  private pressed(nonce: string): void {
    const key = this.presses.get(nonce);
    if (key === undefined) return;
    this.presses.delete(nonce);
    this.pending = new Set([...this.pending].filter((one) => one !== key));
  }

  private say(command: TypedCommand): void {
    this.failures = [];
    const nonce = crypto.randomUUID();
    if (this.connection?.say({ kind: 'command', nonce, ...command }) !== true)
      this.failures = [{ id: nonce, text: 'Not sent: the playground is not running.' }];
    void this.toEnd();
  }

  private press(message: APIMessage, customId: string): void {
    const nonce = crypto.randomUUID();
    const key = `${message.id} ${customId}`;
    if (this.connection?.say({ kind: 'press', nonce, messageId: message.id, customId }) !== true) return;
    this.presses.set(nonce, key);
    this.pending = new Set([...this.pending, key]);
  }

  private readonly complete = (command: TypedCommand): Promise<APIApplicationCommandOptionChoice[]> => {
    const nonce = crypto.randomUUID();
    return new Promise((resolve) => {
      this.completing.set(nonce, resolve);
      if (this.connection?.say({ kind: 'autocomplete', nonce, ...command }) !== true) resolve([]);
    });
  };

  private speakAs(person: string): void {
    const url = new URL(location.href);
    url.searchParams.set('as', person);
    history.replaceState(null, '', url);
    this.failures = [];
    this.connection?.speakAs(person);
  }

  private get list(): HTMLElement | null {
    return this.querySelector('main');
  }

  private isAtEnd(): boolean {
    const { list } = this;
    return list === null || list.scrollHeight - list.scrollTop - list.clientHeight < nearEnd;
  }

  /** Once everything is drawn: the messages draw themselves after the list has. */
  private async toEnd(): Promise<void> {
    this.unread = false;
    await this.updateComplete;
    for (let frames = 0; frames < 4; frames++) {
      await new Promise(requestAnimationFrame);
      this.list?.scrollTo({ top: this.list.scrollHeight });
    }
  }

  override render() {
    const { hello } = this;
    if (hello === undefined) return html`<p class="opening">Opening the playground …</p>`;
    const { person, people, bot, channel, server } = hello;
    const scene: Scene = {
      bot,
      people,
      names: new Map([...people, bot].map(({ id, name }) => [id, name])),
      light: this.light.matches,
      pending: this.pending,
      press: (message, customId) => this.press(message, customId),
      dismiss: (message) => {
        this.messages = this.messages.filter(({ id }) => id !== message.id);
      },
    };
    return html`
      <header>
        <span class="hash" aria-hidden="true">#</span>
        <h1>${channel.name}</h1>
        <span class="server">${server.name}</span>
      </header>
      ${
        this.connected
          ? hello.botOnline
            ? nothing
            : html`<p class="banner" role="status">The bot is not connected.</p>`
          : html`<p class="banner" role="status">
              The playground is not running. Start it again: the ledger is kept.
            </p>`
      }
      <main
        tabindex="0"
        aria-label="Messages"
        @scroll=${() => {
          if (this.unread && this.isAtEnd()) this.unread = false;
        }}
      >
        ${this.welcome()}
        <discord-messages ?light-theme=${scene.light} no-background aria-live="polite">
          ${repeat(
            this.messages,
            ({ id }) => id,
            (message) => messageView(message, scene),
          )}
        </discord-messages>
        ${this.failures.map(({ text }) => html`<p class="failure" role="alert">${text}</p>`)}
      </main>
      ${
        this.unread
          ? html`<button class="unread" @click=${() => void this.toEnd()}>New messages ↓</button>`
          : nothing
      }
      <footer>
        <div class="people" role="radiogroup" aria-label="Speak as">
          ${people.map(
            (one) =>
              html`<button
                role="radio"
                aria-checked=${one.id === person.id}
                title=${`Speak as ${one.name}`}
                @click=${() => this.speakAs(one.id)}
              >
                <img src=${one.avatar} alt="" /><b>${one.name}</b><span>${one.role}</span>
              </button>`,
          )}
        </div>
        <hp-composer
          .commands=${hello.commands}
          .people=${people}
          .complete=${this.complete}
          placeholder=${`${person.name}: type / for commands`}
          @send-command=${({ detail }: CustomEvent<TypedCommand>) => this.say(detail)}
        ></hp-composer>
      </footer>
    `;
  }

  private welcome() {
    return html`<section class="welcome">
      <h2>Welcome to the playground</h2>
      <p>
        The real bot is here; Discord is played by this page. Type <kbd>/</kbd> for its commands, or begin
        with these:
      </p>
      <ol>
        ${examples.map(
          (line) =>
            html`<li>
              <button @click=${() => this.querySelector<Composer>('hp-composer')?.fill(line)}>
                <code>${line}</code>
              </button>
            </li>`,
        )}
      </ol>
      <p>
        Speak as someone else below, or open this page in a second window to be two people at once. This chat
        is gone when the program ends; the ledger is kept.
      </p>
    </section>`;
  }
}
