import type { APIApplicationCommand } from 'discord-api-types/v10';
import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { nameIn } from '../locale.js';
import type { PlaygroundPerson } from '../protocol.js';
import { menuKey } from './menu-keys.js';

/** Where a menu is asked for. Pixels from the window's upper left. */
export interface Place {
  x: number;
  y: number;
}

/** Pixels that stay free around the menu. */
const margin = 8;

/** The menu on a person, with what bots add to it. Emits `choose` with a command's id, and `close-menu`. */
@customElement('hp-person-menu')
export class PersonMenu extends LitElement {
  @property({ attribute: false }) commands: readonly APIApplicationCommand[] = [];
  @property({ attribute: false }) person: PlaygroundPerson | undefined;
  @property({ attribute: false }) place: Place = { x: 0, y: 0 };
  @property() locale = '';

  protected override createRenderRoot(): this {
    return this;
  }

  private get menu(): HTMLElement | null {
    return this.querySelector('[role="menu"]');
  }

  protected override firstUpdated(): void {
    const { menu, place } = this;
    if (menu === null) return;
    menu.showPopover();
    const { width, height } = menu.getBoundingClientRect();
    menu.style.left = `${Math.max(margin, Math.min(place.x, innerWidth - width - margin))}px`;
    menu.style.top = `${Math.max(margin, Math.min(place.y, innerHeight - height - margin))}px`;
    menu.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }

  override render() {
    const { person, commands, locale } = this;
    return html`<div
      class="menu"
      role="menu"
      popover="auto"
      aria-label=${person?.name ?? ''}
      @keydown=${(event: KeyboardEvent) => menuKey(event, event.currentTarget as HTMLElement)}
      @toggle=${({ newState }: ToggleEvent) => {
        if (newState === 'closed') this.dispatchEvent(new CustomEvent('close-menu', { bubbles: true }));
      }}
    >
      <div class="menu-head" aria-hidden="true">
        <img src=${person?.avatar ?? ''} alt="" /><b>${person?.name}</b>
      </div>
      <div role="group" aria-label="Apps">
        <div class="menu-group" aria-hidden="true">Apps</div>
        ${commands.map(
          (command) =>
            html`<button
              role="menuitem"
              tabindex="-1"
              @click=${() => {
                this.menu?.hidePopover();
                this.dispatchEvent(new CustomEvent('choose', { detail: command.id, bubbles: true }));
              }}
            >
              ${nameIn(locale, command)}
            </button>`,
        )}
      </div>
    </div>`;
  }
}
