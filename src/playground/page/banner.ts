import { html, nothing } from 'lit';

/** Why nothing can be done just now. */
export function banner(isConnected: boolean, isBotOnline: boolean) {
  if (isConnected && isBotOnline) return nothing;
  return html`<p class="banner" role="status">
    ${
      isConnected
        ? 'The bot is not connected.'
        : 'The playground is not running. Start it again: the ledger is kept.'
    }
  </p>`;
}
