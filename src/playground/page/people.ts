import { html } from 'lit';
import type { PlaygroundPerson } from '../protocol.js';

/** Whom to speak as. */
export function peopleSwitch(people: PlaygroundPerson[], current: string, speakAs: (id: string) => void) {
  return html`<div class="people" role="radiogroup" aria-label="Speak as">
    ${people.map(
      ({ id, name, role, avatar }) =>
        html`<button
          role="radio"
          aria-checked=${id === current}
          title=${`Speak as ${name}`}
          @click=${() => speakAs(id)}
        >
          <img src=${avatar} alt="" /><b>${name}</b><span>${role}</span>
        </button>`,
    )}
  </div>`;
}
