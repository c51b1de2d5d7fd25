import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LineError } from '../line-error.js';
import { readLine, send } from '../line.js';
import type { TypedCommand } from '../line.js';
import { nameIn } from '../locale.js';
import { nextOf, withValue } from '../suggestions.js';
import type { Next, Offer, Suggestion } from '../suggestions.js';
import { panelView } from './panel.js';

/** How long nobody types before the bot is asked what an option can become. Milliseconds. */
const pause = 120;

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
  @state() private fromBot: { line: string; suggestions: Suggestion[] } = { line: '', suggestions: [] };
  private timer: ReturnType<typeof setTimeout> | undefined;

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

  private type(line: string): void {
    this.line = line;
    this.open = line.startsWith('/');
    this.problem = '';
    const next = this.next;
    this.active = next.incomplete ? 0 : -1;
    clearTimeout(this.timer);
    if (next.asksBot) this.timer = setTimeout(() => void this.askBot(line, next), pause);
  }

  private async askBot(line: string, { focused }: Next): Promise<void> {
    const { commands, nameables, locale } = this.offer;
    const draft = readLine(line, commands, locale);
    if (draft === undefined || focused === undefined) return;
    const choices = await this.complete(send(draft, { focused: focused.name, nameables }));
    const typed = draft.values.get(focused.name);
    // what is typed in full already needs no suggestion; an answer to an older line is of no use any more
    const suggestions = choices
      .filter(({ name }) => name !== typed)
      .map((choice) => ({
        label: nameIn(locale, choice),
        detail: '',
        line: withValue(line, draft, focused.name, String(choice.value)),
      }));
    if (line !== this.line) return;
    this.fromBot = { line, suggestions };
    if (suggestions.length > 0) this.active = 0;
  }

  private choose({ line }: Suggestion): void {
    this.fill(line);
  }

  private submit(): void {
    try {
      const { commands, nameables, locale } = this.offer;
      const draft = readLine(this.line, commands, locale);
      if (draft === undefined) {
        this.problem = 'Only commands here: type / to see them.';
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
    const suggestions = this.open ? this.suggestionsOf(this.next) : [];
    const chosen = suggestions[this.active];
    const move = (by: number) => {
      event.preventDefault();
      const count = suggestions.length;
      if (count > 0) this.active = (this.active + by + (this.active < 0 && by < 0 ? 1 : 0) + count) % count;
    };
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Escape') this.open = false;
    else if (event.key === 'Tab' && !event.shiftKey && suggestions.length > 0) {
      event.preventDefault();
      this.choose(chosen ?? suggestions[0] ?? { label: '', detail: '', line: this.line });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (chosen === undefined) this.submit();
      else this.choose(chosen);
    }
  }

  override updated(): void {
    this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  override render() {
    const { next, active, problem } = this;
    const suggestions = this.open ? this.suggestionsOf(next) : [];
    return html`
      ${panelView({ next, suggestions, active, problem, choose: (one) => this.choose(one) })}
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
