import { html } from 'lit';
import { titleOf } from './page-channel.js';
import type { PageChannel } from './page-channel.js';

/** What to try first. */
const examples = [
  '/hp character add name:Thorin max:31',
  "/hp damage amount:7 note:goblin's scimitar",
  '/hp log',
];

/** How another channel than the first begins. */
export function beginning(channel: PageChannel) {
  return html`<section class="welcome">
    <h2>${titleOf(channel)}</h2>
    <p>
      ${
        channel.isDirect
          ? 'What the bot writes to you alone. Commands are typed in a channel.'
          : 'This is where the channel begins.'
      }
    </p>
  </section>`;
}

/** How the first channel begins. @param fill puts a line into the composer. */
export function welcome(fill: (line: string) => void) {
  return html`<section class="welcome">
    <h2>Welcome to the playground</h2>
    <p>
      The real bot is here; Discord is played by this page. Type <kbd>/</kbd> for its commands, or begin with
      these:
    </p>
    <ol>
      ${examples.map(
        (line) =>
          html`<li>
            <button @click=${() => fill(line)}><code>${line}</code></button>
          </li>`,
      )}
    </ol>
    <p>
      Speak as someone else below, or open this page in a second window: to be two people at once, or to have
      another channel beside this one. This chat is gone when the program ends; the ledger is kept.
    </p>
  </section>`;
}
