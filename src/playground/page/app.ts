import { ApplicationCommandType } from 'discord-api-types/v10';
import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import { html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { TypedCommand } from '../line.js';
import { nameablesOf } from '../nameable.js';
import type { FieldValue, PlaygroundPerson, ToPage } from '../protocol.js';
import { remember, wanted } from './address.js';
import { banner } from './banner.js';
import { channelList } from './channels-view.js';
import './composer.js';
import type { Composer } from './composer.js';
import { connect } from './connection.js';
import type { Connection } from './connection.js';
import { Conversation } from './conversation.js';
import { header } from './header.js';
import { messageList } from './message-list.js';
import type { Scene } from './scene.js';
import { formOverlay, menuOverlay } from './overlays.js';
import type { OpenMenu } from './overlays.js';
import { titleOf } from './page-channel.js';
import type { Hello, PageChannel } from './page-channel.js';
import { peopleSwitch } from './people.js';

/** So close to the end of the list, in pixels, counts as being there. */
const nearEnd = 80;

/** A channel, as one person has it before them. */
@customElement('hp-playground')
export class Playground extends LitElement {
  @state() private connected = false;
  @state() private unread = false;
  @state() private pinsOpen = false;
  @state() private menu: OpenMenu | undefined;
  private connection: Connection | undefined;
  private readonly conversation = new Conversation(
    (message) => this.connection?.say(message) === true,
    wanted('channel'),
  );
  private readonly light = matchMedia('(prefers-color-scheme: light)');

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.light.addEventListener('change', () => this.requestUpdate());
    this.connection = connect(
      { person: wanted('as'), locale: wanted('locale') },
      {
        heard: (message) => this.heard(message),
        lost: () => {
          this.connected = false;
        },
      },
    );
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
    remember({ as: person, locale });
    this.connection?.speakAs({ person, locale });
  }

  private enter(channel: PageChannel): void {
    remember({ channel: channel.name });
    this.redrawAfter(() => this.conversation.enter(channel));
    void this.toEnd();
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
    const submit = (filled: Record<string, FieldValue>) =>
      this.redrawAfter(() => conversation.submit(filled));
    const close = () => this.redrawAfter(() => conversation.closeForm());
    const choose = (id: string, person: PlaygroundPerson) => {
      this.redrawAfter(() => conversation.choose(id, person.id));
      void this.toEnd();
    };
    const closeMenu = () => {
      if (this.menu === menu) this.menu = undefined;
    };
    const inMenu = commands.filter(({ type }) => type === ApplicationCommandType.User);
    return html`
      ${conversation.form && formOverlay(conversation.form, scene, { submit, close })}
      ${menu && menuOverlay(menu, inMenu, locale, { choose: (id) => choose(id, menu.person), close: closeMenu })}
    `;
  }

  override updated(): void {
    const { here } = this.conversation;
    if (here !== undefined) document.title = `${titleOf(here)} · hp-ledger playground`;
  }

  override render() {
    const { hello, here, channels: all, unread, messages } = this.conversation;
    if (hello === undefined || here === undefined)
      return html`<p class="opening">Opening the playground …</p>`;
    const { person, locale, server } = hello;
    const scene = this.sceneOf(hello);
    const channels = { all, here, unread, enter: (channel: PageChannel) => this.enter(channel) };
    const pins = { messages, isOpen: this.pinsOpen, onToggle: (isOpen: boolean) => (this.pinsOpen = isOpen) };
    const speakIn = (other: string) => this.speakAs(person.id, other);
    const fill = (line: string) => this.querySelector<Composer>('hp-composer')?.fill(line);
    const onScroll = () => {
      if (this.unread && this.isAtEnd()) this.unread = false;
    };
    return html`
      ${channelList(server.name, channels)}
      <div class="channel">
        ${header({ channels, pins, locale, speakIn }, scene)} ${banner(this.connected, hello.botOnline)}
        ${messageList(this.conversation, { hello, here }, scene, { fill, onScroll })}
        ${this.unread ? html`<button class="unread" @click=${() => void this.toEnd()}>New messages ↓</button>` : nothing}
        ${this.footer(hello, here, scene)}
      </div>
      ${this.overlays(hello, scene)}
    `;
  }

  private footer(hello: Hello, here: PageChannel, scene: Scene) {
    const { person, people, commands, locale } = hello;
    return html`<footer>
      ${peopleSwitch(people, person.id, {
        speakAs: (id) => this.speakAs(id, locale),
        openMenu: here.isDirect ? undefined : scene.openMenu,
      })}
      ${
        here.isDirect
          ? nothing
          : html`<hp-composer
              .offer=${{ commands, nameables: nameablesOf(hello), locale }}
              .complete=${this.complete}
              placeholder=${`${person.name}: type / for commands`}
              @send-command=${({ detail }: CustomEvent<TypedCommand>) => this.say(detail)}
            ></hp-composer>`
      }
    </footer>`;
  }
}
