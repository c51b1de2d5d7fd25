import { html, nothing } from 'lit';
import { titleOf } from './page-channel.js';
import type { PageChannel } from './page-channel.js';

/** Where a person can go. */
export interface Channels {
  all: readonly PageChannel[];
  here: PageChannel;
  /** The ids of those in which something new was said. */
  unread: ReadonlySet<string>;
  enter: (channel: PageChannel) => void;
}

/** That there is something new. */
const dot = html`<span class="dot" aria-hidden="true"></span>`;

/** The channels at the side. */
export function channelList(server: string, { all, here, unread, enter }: Channels) {
  return html`<nav aria-label="Channels">
    <p class="server">${server}</p>
    <ul>
      ${all.map(
        (one) =>
          html`<li>
            <button
              class=${unread.has(one.id) ? 'fresh' : ''}
              aria-current=${one.id === here.id ? 'page' : 'false'}
              aria-label=${labelOf(one, unread)}
              @click=${() => enter(one)}
            >
              <span class="hash" aria-hidden="true">${one.isDirect ? '@' : '#'}</span
              >${one.name}${unread.has(one.id) ? dot : nothing}
            </button>
          </li>`,
      )}
    </ul>
  </nav>`;
}

/** The same where there is no room at the side. */
export function channelSwitch({ all, here, unread, enter }: Channels) {
  return html`<select
      class="channels"
      aria-label=${unread.size > 0 ? 'Channel (new messages elsewhere)' : 'Channel'}
      @change=${({ currentTarget }: Event) => {
        if (!(currentTarget instanceof HTMLSelectElement)) return;
        const chosen = all[currentTarget.selectedIndex];
        if (chosen !== undefined) enter(chosen);
      }}
    >
      ${all.map((one) => html`<option .selected=${one.id === here.id}>${labelOf(one, unread)}</option>`)}</select
    >${unread.size > 0 ? dot : nothing}`;
}

function labelOf(channel: PageChannel, unread: ReadonlySet<string>): string {
  return unread.has(channel.id) ? `${titleOf(channel)} (new)` : titleOf(channel);
}
