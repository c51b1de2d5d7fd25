import { Locale } from 'discord-api-types/v10';
import { html } from 'lit';
import { menuKey } from './menu-keys.js';

const nameOf = (locale: string) => new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
/** Discord's languages, each by its own name. */
const languages = Object.values<string>(Locale)
  .map((locale) => ({ locale, name: nameOf(locale) }))
  .sort((one, other) => one.name.localeCompare(other.name));

/** Which Discord language the window's person has, as in Discord's settings. */
export function languageSwitch(current: string, choose: (locale: string) => void) {
  return html`<button
      class="language"
      popovertarget="languages"
      aria-haspopup="menu"
      aria-label=${`Discord language: ${nameOf(current)}`}
      title="The Discord language of whoever speaks here"
    >
      ${nameOf(current)}
    </button>
    <div
      id="languages"
      class="menu languages"
      role="menu"
      popover="auto"
      aria-label="Discord language"
      @keydown=${(event: KeyboardEvent) => menuKey(event, event.currentTarget as HTMLElement)}
      @toggle=${({ newState, currentTarget }: ToggleEvent) => {
        const menu = currentTarget as HTMLElement;
        if (newState === 'open') menu.querySelector<HTMLElement>('[aria-checked="true"]')?.focus();
      }}
    >
      ${languages.map(
        ({ locale, name }) =>
          html`<button
            role="menuitemradio"
            tabindex="-1"
            lang=${locale}
            aria-checked=${locale === current}
            popovertarget="languages"
            popovertargetaction="hide"
            @click=${() => choose(locale)}
          >
            ${name}
          </button>`,
      )}
    </div>`;
}
