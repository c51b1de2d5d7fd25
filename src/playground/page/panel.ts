import { html, nothing } from 'lit';
import { descriptionIn, nameIn } from '../locale.js';
import type { Next, Suggestion } from '../suggestions.js';

/** What the panel above the composer shows. */
export interface Panel {
  next: Next;
  suggestions: Suggestion[];
  /** The suggestion that Enter chooses, -1 for none. */
  active: number;
  /** Why the line was not sent; empty where nothing is wrong. */
  problem: string;
  /** Not closed by Escape. */
  open: boolean;
  choose: (suggestion: Suggestion) => void;
}

/** What can come next, and what the command is about. */
export function panelView({ next, suggestions, active, problem, open, choose }: Panel) {
  if (problem === '' && (!open || (suggestions.length === 0 && next.leaf === undefined))) return nothing;
  return html`<div class="panel">
    ${suggestions.length === 0 ? nothing : list(suggestions, active, choose)}
    ${problem === '' ? hint(next) : html`<div class="hint problem" role="alert">${problem}</div>`}
  </div>`;
}

function list(suggestions: Suggestion[], active: number, choose: Panel['choose']) {
  return html`<ul id="suggestions" role="listbox" aria-label="Suggestions">
    ${suggestions.map(
      (one, index) =>
        html`<li
          id=${`suggestion-${index}`}
          role="option"
          aria-selected=${index === active}
          @mousedown=${(event: Event) => event.preventDefault()}
          @click=${() => choose(one)}
        >
          <b>${one.label}</b><span>${one.detail}</span>
        </li>`,
    )}
  </ul>`;
}

function hint({ leaf, filled, focused }: Next) {
  if (leaf === undefined) return nothing;
  return html`<div class="hint">
    <b>/${leaf.words.join(' ')}</b>
    ${
      focused === undefined
        ? leaf.description
        : html`<em>${nameIn(leaf.locale, focused)}</em> ${descriptionIn(leaf.locale, focused)}`
    }
    <span class="options">
      ${leaf.options.map((option) => {
        const state = filled.has(option.name) ? 'filled' : option.required === true ? 'needed' : '';
        return html`<span class="option ${state}">${nameIn(leaf.locale, option)}</span>`;
      })}
    </span>
  </div>`;
}
