import { html } from 'lit';
import { channelSwitch } from './channels-view.js';
import type { Channels } from './channels-view.js';
import { languageSwitch } from './language.js';
import { pinsButton } from './pins.js';
import type { Pins } from './pins.js';
import type { Scene } from './scene.js';

/** What stands above the messages. */
export interface Header {
  channels: Channels;
  pins: Pins;
  /** The Discord language of whoever speaks, and what is done to have another. */
  locale: string;
  speakIn: (locale: string) => void;
}

/** Which channel it is, what is pinned there, and in which language the person has Discord. */
export function header({ channels, pins, locale, speakIn }: Header, scene: Scene) {
  const { name, isDirect } = channels.here;
  return html`<header>
    <h1><span class="hash" aria-hidden="true">${isDirect ? '@' : '#'}</span> ${name}</h1>
    ${channelSwitch(channels)} ${pinsButton(pins, scene)} ${languageSwitch(locale, speakIn)}
  </header>`;
}
