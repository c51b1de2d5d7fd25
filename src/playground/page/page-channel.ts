import type { ToPage } from '../protocol.js';

export type Hello = Extract<ToPage, { kind: 'hello' }>;

/** A channel, as a person has it on the page. */
export interface PageChannel {
  id: string;
  name: string;
  /** Whether the bot writes there to the person alone. */
  isDirect: boolean;
}

/** All that there are for whoever speaks. */
export function channelsOf({ channels, directChannel, bot }: Hello): PageChannel[] {
  return [
    ...channels.map(({ id, name }) => ({ id, name, isDirect: false })),
    { id: directChannel, name: bot.name, isDirect: true },
  ];
}

/** The one of this name or id, or else the first. */
export function channelCalled(
  wanted: string | null,
  channels: readonly PageChannel[],
): PageChannel | undefined {
  return channels.find(({ id, name }) => id === wanted || name === wanted) ?? channels[0];
}

/** As Discord shows it: `#session-zero`, `@HP Ledger`. */
export function titleOf({ name, isDirect }: PageChannel): string {
  return `${isDirect ? '@' : '#'}${name}`;
}
