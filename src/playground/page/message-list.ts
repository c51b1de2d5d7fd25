import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Conversation } from './conversation.js';
import { messageView } from './message-view.js';
import type { Hello, PageChannel } from './page-channel.js';
import type { Scene } from './scene.js';
import { beginning, welcome } from './welcome.js';

/** What can be done about the list. */
export interface ListActions {
  /** Puts a line into the composer. */
  fill: (line: string) => void;
  onScroll: () => void;
}

/** What is in a channel, from its beginning on. */
export function messageList(
  { messages, failures }: Conversation,
  { hello, here }: { hello: Hello; here: PageChannel },
  scene: Scene,
  { fill, onScroll }: ListActions,
) {
  return html`<main tabindex="0" aria-label="Messages" @scroll=${onScroll}>
    ${here.id === hello.channels[0]?.id ? welcome(fill) : beginning(here)}
    <discord-messages ?light-theme=${scene.light} no-background aria-live="polite">
      ${repeat(
        messages,
        ({ id }) => id,
        (message) => messageView(message, scene),
      )}
    </discord-messages>
    ${failures.map(({ reason }) => html`<p class="failure" role="alert">${reason}</p>`)}
  </main>`;
}
