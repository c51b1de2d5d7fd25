import { ApplicationCommandType } from 'discord-api-types/v10';
import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import { html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { TypedCommand } from '../line.js';
import { nameablesOf } from '../nameable.js';
import type { ToPage } from '../protocol.js';
import { banner } from './banner.js';
import './composer.js';
import type { Composer } from './composer.js';
import { connect } from './connection.js';
import type { Connection } from './connection.js';
import { Conversation } from './conversation.js';
import { languageSwitch } from './language.js';
import { messageView } from './message-view.js';
import type { Scene } from './scene.js';
import { formOverlay, menuOverlay } from './overlays.js';
import type { OpenMenu } from './overlays.js';
import { peopleSwitch } from './people.js';
import { welcome } from './welcome.js';

type Hello = Extract<ToPage, { kind: 'hello' }>;

/** So close to the end of the list, in pixels, counts as being there. */
const nearEnd = 80;

/** A channel, as one person has it before them. */
@customElement('hp-playground')
export class Playground extends LitElement {
  @state() private connected = false;
  @state() private unread = false;
  @state() private menu: OpenMenu | undefined;
  private connection: Connection | undefined;
  private readonly conversation = new Conversation(
    (message) => this.connection?.say(message) === true,
    new URL(location.href).searchParams.get('channel'),
  );
  private readonly light = matchMedia('(prefers-color-scheme: light)');

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.light.addEventListener('change', () => this.requestUpdate());
    const { searchParams } = new URL(location.href);
    const speaker = { person: searchParams.get('as'), locale: searchParams.get('locale') };
    this.connection = connect(speaker, {
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
    this.redrawAfter(() => this.conversation.command(command));
    void this.toEnd();
  }

  private readonly complete = (command: TypedCommand): Promise<APIApplicationCommandOptionChoice[]> =>
    this.conversation.complete(command);

  private speakAs(person: string, locale: string): void {
    const url = new URL(location.href);
    url.searchParams.set('as', person);
    url.searchParams.set('locale', locale);
    history.replaceState(null, '', url);
    this.connection?.speakAs({ person, locale });
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

  /** Draws the conversation anew once something was done in it. */
  private redrawAfter(done: () => void): void {
    done();
    this.requestUpdate();
  }

  private sceneOf(hello: Hello): Scene {
    const { people, bot, commands } = hello;
    const { conversation } = this;
    const hasMenu = commands.some(({ type }) => type === ApplicationCommandType.User);
    return {
      bot,
      people,
      names: new Map(nameablesOf(hello).map(({ id, name }) => [id, name])),
      light: this.light.matches,
      pending: conversation.pending,
      press: ({ id }, customId, values) => this.redrawAfter(() => conversation.press(id, customId, values)),
      dismiss: ({ id }) => this.redrawAfter(() => conversation.dismiss(id)),
      openMenu: hasMenu ? (person, place) => (this.menu = { person, place }) : undefined,
    };
  }

  private overlays({ commands, locale }: Hello, scene: Scene) {
    const { conversation, menu } = this;
    const { form } = conversation;
    const dialog =
      form === undefined
        ? nothing
        : formOverlay(form, scene, {
            submit: (filled) => this.redrawAfter(() => conversation.submit(filled)),
            close: () => this.redrawAfter(() => conversation.closeForm()),
          });
    const inMenu = commands.filter(({ type }) => type === ApplicationCommandType.User);
    const shownMenu =
      menu === undefined
        ? nothing
        : menuOverlay(menu, inMenu, locale, {
            choose: (id) => {
              this.redrawAfter(() => conversation.choose(id, menu.person.id));
              void this.toEnd();
            },
            close: () => {
              if (this.menu === menu) this.menu = undefined;
            },
          });
    return html`${dialog} ${shownMenu}`;
  }

  override render() {
    const { hello, messages, failures } = this.conversation;
    if (hello === undefined) return html`<p class="opening">Opening the playground …</p>`;
    const { person, people, server, locale } = hello;
    const scene = this.sceneOf(hello);
    const read = () => {
      if (this.unread && this.isAtEnd()) this.unread = false;
    };
    return html`
      <header>
        <span class="hash" aria-hidden="true">#</span>
        <h1>${hello.channels.find(({ id }) => id === this.conversation.channel)?.name}</h1>
        <span class="server">${server.name}</span>
        ${languageSwitch(locale, (other) => this.speakAs(person.id, other))}
      </header>
      ${banner(this.connected, hello.botOnline)}
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
        ${peopleSwitch(people, person.id, {
          speakAs: (id) => this.speakAs(id, locale),
          openMenu: scene.openMenu,
        })}
        <hp-composer
          .offer=${{ commands: hello.commands, nameables: nameablesOf(hello), locale }}
          .complete=${this.complete}
          placeholder=${`${person.name}: type / for commands`}
          @send-command=${({ detail }: CustomEvent<TypedCommand>) => this.say(detail)}
        ></hp-composer>
      </footer>
      ${this.overlays(hello, scene)}
    `;
  }
}
