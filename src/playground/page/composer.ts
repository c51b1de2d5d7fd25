import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LineError } from '../line-error.js';
import { readLine, send } from '../line.js';
import type { TypedCommand } from '../line.js';
import { nextOf, suggestionsOfBot, unreadable } from '../suggestions.js';
import type { Next, Offer, Suggestion } from '../suggestions.js';
import { panelView } from './panel.js';

/** How long nobody types before the bot is asked what an option can become. Milliseconds. */
const pause = 120;
/** The bot has said nothing yet to the line as it is. */
const unasked = { line: '', suggestions: [] };

/** Where commands are typed, with a list of what can come next. Emits `send-command` with a {@link TypedCommand}. */
@customElement('hp-composer')
export class Composer extends LitElement {
  @property({ attribute: false }) offer: Offer = { commands: [], nameables: [], locale: 'en-US' };
  @property() placeholder = '';
  /** Asks the bot to complete the option that is being typed. */
  @property({ attribute: false }) complete: (
    command: TypedCommand,
  ) => Promise<APIApplicationCommandOptionChoice[]> = () => Promise.resolve([]);

  @state() private line = '';
  @state() private active = 0;
  @state() private open = false;
  @state() private problem = '';
  @state() private fromBot: { line: string; suggestions: Suggestion[] } = unasked;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** A Tab that came before the bot's list did, and whether an Enter came behind it: both wait for the list. */
  private early: { isSent: boolean } | undefined;

  protected override createRenderRoot(): this {
    return this;
  }

  /** Puts a line into the field, as if it had been typed. */
  fill(line: string): void {
    this.type(line);
    void this.updateComplete.then(() => {
      const { field } = this;
      field?.focus();
      field?.setSelectionRange(line.length, line.length);
      if (field !== null) field.scrollLeft = field.scrollWidth;
    });
  }

  private get field(): HTMLInputElement | null {
    return this.querySelector('input');
  }

  private get next(): Next {
    return nextOf(this.line, this.offer);
  }

  private suggestionsOf(next: Next): Suggestion[] {
    const bots = next.asksBot && this.fromBot.line === this.line ? this.fromBot.suggestions : [];
    return [...bots, ...next.suggestions];
  }

  /** Whether the list is open and what the bot has to say to it is not there yet. */
  private awaitsBot(next: Next): boolean {
    return this.open && next.asksBot && this.fromBot.line !== this.line;
  }

  private type(line: string): void {
    this.line = line;
    this.open = line.startsWith('/');
    this.problem = '';
    this.early = undefined;
    this.fromBot = unasked;
    const next = this.next;
    // Enter sends a line that is complete, whatever is offered for it
    this.active = next.incomplete ? 0 : -1;
    clearTimeout(this.timer);
    if (next.asksBot) this.timer = setTimeout(() => void this.askBot(line, next), pause);
  }

  private async askBot(line: string, next: Next): Promise<void> {
    const suggestions = await this.askedOf(line, next);
    // an answer to an older line is of no use any more
    if (line !== this.line || !this.awaitsBot(next)) return;
    this.fromBot = { line, suggestions };
    // what someone has moved to stays where it is
    if (this.active > 0) this.active += suggestions.length;
    this.catchUp();
  }

  private async askedOf(line: string, { focused }: Next): Promise<Suggestion[]> {
    const { commands, nameables, locale } = this.offer;
    const draft = readLine(line, commands, locale);
    if (draft === undefined || focused === undefined) return [];
    try {
      const choices = await this.complete(send(draft, { focused: focused.name, nameables }));
      return suggestionsOfBot(line, draft, focused.name, choices);
    } catch (error) {
      // another option has a value that can't be sent
      if (error instanceof LineError) return [];
      throw error;
    }
  }

  /** Does what the keys meant that were faster than the list. */
  private catchUp(): void {
    const { early } = this;
    if (early === undefined) return;
    this.early = undefined;
    const [first] = this.suggestionsOf(this.next);
    if (first !== undefined) this.choose(first);
    if (early.isSent) this.submit();
  }

  private choose({ line }: Suggestion): void {
    this.fill(line);
  }

  private submit(): void {
    if (this.line.trim() === '') return;
    try {
      const { commands, nameables, locale } = this.offer;
      const draft = readLine(this.line, commands, locale);
      if (draft === undefined) {
        this.problem = unreadable(this.line, this.offer);
        return;
      }
      const detail: TypedCommand = send(draft, { nameables });
      this.dispatchEvent(new CustomEvent('send-command', { detail, bubbles: true }));
      this.type('');
    } catch (error) {
      if (!(error instanceof LineError)) throw error;
      this.problem = error.message;
    }
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const { next } = this;
    const suggestions = this.open ? this.suggestionsOf(next) : [];
    const move = (by: number) => {
      event.preventDefault();
      const count = suggestions.length;
      if (count > 0) this.active = (this.active + by + (this.active < 0 && by < 0 ? 1 : 0) + count) % count;
    };
    switch (event.key) {
      case 'ArrowDown':
        return move(1);
      case 'ArrowUp':
        return move(-1);
      case 'Escape':
        return this.dismiss();
      case 'Tab':
        return this.onTab(event, next, suggestions);
      case 'Enter':
        event.preventDefault();
        return this.onEnter(suggestions[this.active]);
    }
  }

  private onTab(event: KeyboardEvent, next: Next, suggestions: readonly Suggestion[]): void {
    if (event.shiftKey) return;
    const chosen = suggestions[this.active] ?? suggestions[0];
    if (this.awaitsBot(next)) {
      event.preventDefault();
      if (this.early !== undefined) return;
      this.early = { isSent: false };
      clearTimeout(this.timer);
      void this.askBot(this.line, next);
    } else if (chosen !== undefined) {
      event.preventDefault();
      this.choose(chosen);
    }
  }

  private onEnter(chosen: Suggestion | undefined): void {
    if (this.early !== undefined) this.early.isSent = true;
    else if (chosen === undefined) this.submit();
    else this.choose(chosen);
  }

  private dismiss(): void {
    this.open = false;
    this.problem = '';
    this.early = undefined;
  }

  override updated(): void {
    this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  override render() {
    const { next, active, problem, open } = this;
    const suggestions = this.open ? this.suggestionsOf(next) : [];
    return html`
      ${panelView({ next, suggestions, active, problem, open, choose: (one) => this.choose(one) })}
      <form
        @submit=${(event: Event) => {
          event.preventDefault();
          this.submit();
        }}
      >
        <input
          type="text"
          role="combobox"
          aria-label="Type a command"
          aria-expanded=${suggestions.length > 0}
          aria-controls="suggestions"
          aria-autocomplete="list"
          aria-activedescendant=${this.active >= 0 && suggestions.length > 0 ? `suggestion-${this.active}` : nothing}
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          enterkeyhint="send"
          placeholder=${this.placeholder}
          .value=${this.line}
          @input=${(event: InputEvent) => this.type((event.target as HTMLInputElement).value)}
          @keydown=${(event: KeyboardEvent) => this.onKey(event)}
        />
        <button type="submit" class="send" aria-label="Send" ?disabled=${this.line === ''}>
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3 20.5v-7l9-1.5-9-1.5v-7L22 12z" /></svg>
        </button>
      </form>
    `;
  }
}
