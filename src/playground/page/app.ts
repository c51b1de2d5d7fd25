import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import { html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import type { TypedCommand } from '../line.js';
import type { FieldValue, ToPage } from '../protocol.js';
import './composer.js';
import type { Composer } from './composer.js';
import { connect } from './connection.js';
import type { Connection } from './connection.js';
import { Conversation } from './conversation.js';
import './form-dialog.js';
import { messageView } from './message-view.js';
import type { Scene } from './message-view.js';
import { peopleSwitch } from './people.js';
import { welcome } from './welcome.js';

/** So close to the end of the list, in pixels, counts as being there. */
const nearEnd = 80;

/** A channel, as one person has it before them. */
@customElement('hp-playground')
export class Playground extends LitElement {
  @state() private connected = false;
  @state() private unread = false;
  private connection: Connection | undefined;
  private readonly conversation = new Conversation((message) => this.connection?.say(message) === true);
  private readonly light = matchMedia('(prefers-color-scheme: light)');

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.light.addEventListener('change', () => this.requestUpdate());
    this.connection = connect(new URL(location.href).searchParams.get('as'), {
      heard: (message) => this.heard(message),
      lost: () => {
        this.connected = false;
      },
    });
  }

  private heard(message: ToPage): void {
    const atEnd = this.isAtEnd();
    const before = this.conversation.messages.length;
    this.conversation.hear(message);
    this.requestUpdate();
    if (message.kind === 'hello') this.connected = true;
    if (atEnd || message.kind === 'hello' || message.kind === 'failed') void this.toEnd();
    else if (this.conversation.messages.length > before) this.unread = true;
  }

  private say(command: TypedCommand): void {
    this.conversation.command(command);
    this.requestUpdate();
    void this.toEnd();
  }

  private readonly complete = (command: TypedCommand): Promise<APIApplicationCommandOptionChoice[]> =>
    this.conversation.complete(command);

  private speakAs(person: string): void {
    const url = new URL(location.href);
    url.searchParams.set('as', person);
    history.replaceState(null, '', url);
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

  private sceneOf({ people, bot }: Extract<ToPage, { kind: 'hello' }>): Scene {
    const { conversation } = this;
    return {
      bot,
      people,
      names: new Map([...people, bot].map(({ id, name }) => [id, name])),
      light: this.light.matches,
      pending: conversation.pending,
      press: ({ id }, customId) => {
        conversation.press(id, customId);
        this.requestUpdate();
      },
      dismiss: ({ id }) => {
        conversation.dismiss(id);
        this.requestUpdate();
      },
    };
  }

  private form({ bot, people, names }: Scene) {
    const { form } = this.conversation;
    if (form === undefined) return nothing;
    const { modal, nonce, problem } = form;
    return keyed(
      modal.id,
      html`<hp-form
        .modal=${modal}
        .bot=${bot}
        .people=${people}
        .names=${names}
        .problem=${problem}
        .busy=${nonce !== undefined}
        @submit-form=${({ detail }: CustomEvent<Record<string, FieldValue>>) => {
          this.conversation.submit(detail);
          this.requestUpdate();
        }}
        @close-form=${() => {
          this.conversation.closeForm();
          this.requestUpdate();
        }}
      ></hp-form>`,
    );
  }

  private banner(botOnline: boolean) {
    if (this.connected && botOnline) return nothing;
    return html`<p class="banner" role="status">
      ${
        this.connected
          ? 'The bot is not connected.'
          : 'The playground is not running. Start it again: the ledger is kept.'
      }
    </p>`;
  }

  override render() {
    const { hello, messages, failures } = this.conversation;
    if (hello === undefined) return html`<p class="opening">Opening the playground …</p>`;
    const { person, people, channel, server } = hello;
    const scene = this.sceneOf(hello);
    const read = () => {
      if (this.unread && this.isAtEnd()) this.unread = false;
    };
    return html`
      <header>
        <span class="hash" aria-hidden="true">#</span>
        <h1>${channel.name}</h1>
        <span class="server">${server.name}</span>
      </header>
      ${this.banner(hello.botOnline)}
      <main tabindex="0" aria-label="Messages" @scroll=${read}>
        ${welcome((line) => this.querySelector<Composer>('hp-composer')?.fill(line))}
        <discord-messages ?light-theme=${scene.light} no-background aria-live="polite">
          ${repeat(
            messages,
            ({ id }) => id,
            (message) => messageView(message, scene),
          )}
        </discord-messages>
        ${failures.map(({ reason }) => html`<p class="failure" role="alert">${reason}</p>`)}
      </main>
      ${this.unread ? html`<button class="unread" @click=${() => void this.toEnd()}>New messages ↓</button>` : nothing}
      <footer>
        ${peopleSwitch(people, person.id, (id) => this.speakAs(id))}
        <hp-composer
          .commands=${hello.commands}
          .people=${people}
          .complete=${this.complete}
          placeholder=${`${person.name}: type / for commands`}
          @send-command=${({ detail }: CustomEvent<TypedCommand>) => this.say(detail)}
        ></hp-composer>
      </footer>
      ${this.form(scene)}
    `;
  }
}
