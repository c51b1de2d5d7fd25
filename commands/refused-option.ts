import type { ChannelPermission } from './request.js';

/** What is wrong with what was typed into an option, and what a message about it needs to say. */
export type RefusedOption =
  /** A reason is needed; something is to be changed. */
  | { code: 'note-empty' | 'nothing-given' }
  | { code: 'note-too-long'; length: number; most: number }
  | { code: 'time-unknown' | 'version-or-time-unknown' | 'line-unknown'; typed: string }
  | { code: 'defense-unknown' | 'hit-dice-malformed'; typed: string }
  /** One of two options, not both and not none. */
  | { code: 'max-or-adjust' | 'on-or-end' }
  | { code: 'export-too-large'; versions: number; most: number }
  /** The bot lacks permissions in the channel. */
  | { code: 'channel-closed'; channel: string; missing: readonly ChannelPermission[] }
  /** What Discord's own client never sends. */
  | { code: 'option-malformed'; option: string };

/** An option that can't be understood: nothing was done. */
export class OptionRefusal extends Error {
  override name = 'OptionRefusal';
  constructor(readonly refused: RefusedOption) {
    super(refused.code);
  }
}
