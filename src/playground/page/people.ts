import { html, nothing } from 'lit';
import type { PlaygroundPerson } from '../protocol.js';
import type { Place } from './person-menu.js';

/** What can be done with the people. */
export interface PeopleActions {
  speakAs: (id: string) => void;
  /** Opens the menu on a person; absent where there is nothing in it. */
  openMenu?: ((person: PlaygroundPerson, place: Place) => void) | undefined;
}

/** Whom to speak as. */
export function peopleSwitch(
  people: PlaygroundPerson[],
  current: string,
  { speakAs, openMenu }: PeopleActions,
) {
  return html`<div class="people" role="radiogroup" aria-label="Speak as">
    ${people.map((person) => {
      const { id, name, role, avatar } = person;
      return html`<span class="person">
        <button
          role="radio"
          aria-checked=${id === current}
          title=${`Speak as ${name}`}
          @click=${() => speakAs(id)}
          @contextmenu=${(event: MouseEvent) => {
            if (openMenu === undefined) return;
            event.preventDefault();
            openMenu(person, { x: event.clientX, y: event.clientY });
          }}
        >
          <img src=${avatar} alt="" /><b>${name}</b><span>${role}</span>
        </button>
        ${openMenu === undefined ? nothing : moreButton(person, openMenu)}
      </span>`;
    })}
  </div>`;
}

function moreButton(person: PlaygroundPerson, openMenu: NonNullable<PeopleActions['openMenu']>) {
  return html`<button
    class="more"
    aria-haspopup="menu"
    aria-label=${`More on ${person.name}`}
    @click=${({ currentTarget }: MouseEvent) => {
      if (!(currentTarget instanceof HTMLElement)) return;
      const { left, top } = currentTarget.getBoundingClientRect();
      openMenu(person, { x: left, y: top });
    }}
  >
    ⋯
  </button>`;
}
