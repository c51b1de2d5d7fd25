import type { APIMessage } from 'discord-api-types/v10';
import { html, nothing } from 'lit';
import { messageView } from './message-view.js';
import type { Scene } from './scene.js';

/** The pinned messages of a channel, behind a button. */
export interface Pins {
  messages: readonly APIMessage[];
  isOpen: boolean;
  /** Called when the list was opened or closed. */
  onToggle: (isOpen: boolean) => void;
}

export function pinsButton({ messages, isOpen, onToggle }: Pins, scene: Scene) {
  const pinned = messages.filter((one) => one.pinned).toReversed();
  return html`<button class="pins" popovertarget="pins" aria-haspopup="dialog">
      Pins${pinned.length === 0 ? nothing : html` <b>${pinned.length}</b>`}
    </button>
    <div
      id="pins"
      class="pinned"
      role="dialog"
      popover="auto"
      aria-label="Pinned messages"
      @toggle=${({ newState }: ToggleEvent) => onToggle(newState === 'open')}
    >
      <h2>Pinned messages</h2>
      ${
        pinned.length === 0
          ? html`<p>Nothing is pinned here.</p>`
          : html`<discord-messages ?light-theme=${scene.light} no-background>
              ${isOpen ? pinned.map((message) => messageView(message, scene)) : nothing}
            </discord-messages>`
      }
    </div>`;
}
