import type { DamageType } from '../rules/index.js';
/** What the bot needs in a channel to keep something there, by Discord's names in lower case. */
export type ChannelPermission =
  'view-channel' | 'send-messages' | 'send-messages-in-threads' | 'embed-links' | 'read-message-history';

/** Everything that can be refused, and what a message about it needs to say. The rooms that refuse bear the same codes. */
export type Refused =
  // what was typed
  | {
      code: 'amount-not-a-number' | 'amount-negative' | 'amount-fraction' | 'amount-too-large';
      typed: string;
    }
  | { code: 'amount-unusual'; typed: string; meant: string }
  | { code: 'amount-too-long'; length: number; most: number }
  | { code: 'dice-malformed' | 'dice-division-by-zero' | 'dice-too-few'; typed: string }
  | { code: 'dice-unsupported'; typed: string; possible: readonly string[] }
  | { code: 'dice-too-many'; most: number }
  | { code: 'dice-sides'; least: number; most: number }
  | { code: 'damage-type-unknown' | 'damage-amount-missing'; word: string }
  | { code: 'note-empty' | 'nothing-given' }
  | { code: 'note-too-long'; length: number; most: number }
  | { code: 'option-malformed'; option: string }
  | { code: 'time-unknown' | 'version-or-time-unknown' | 'line-unknown'; typed: string }
  | { code: 'defense-unknown' | 'hit-dice-malformed'; typed: string }
  | {
      code:
        | 'command-unknown'
        | 'button-unknown'
        | 'servers-only'
        | 'busy'
        | 'form-too-late'
        | 'max-or-adjust'
        | 'on-or-end'
        | 'told-privately';
    }
  // the roster
  | { code: 'name-empty' | 'name-comma' | 'name-invisible' | 'name-marks' }
  | { code: 'name-too-long'; length: number; most: number }
  | { code: 'name-reserved' | 'name-taken' | 'name-same'; name: string }
  | { code: 'roster-full' | 'too-many-characters'; most: number }
  | { code: 'owner-full'; name: string; most: number }
  | { code: 'character-retired' | 'already-active'; name: string }
  | { code: 'character-unknown'; typed: string; suggestions: string[] }
  | { code: 'character-ambiguous'; typed: string; names: string[] }
  | { code: 'creature-not-given' | 'owner-same' | 'hidden-creatures-only'; name: string }
  | { code: 'settings-same' }
  // the party
  | { code: 'no-active-character' | 'dm-only' | 'party-empty' | 'character-elsewhere' }
  | { code: 'not-allowed'; name: string; who: 'dm' | 'owner-or-dm' }
  | { code: 'enrolling-unfinished' | 'edit-unfinished' | 'target-twice' | 'no-hit-dice-known'; name: string }
  | { code: 'too-many-targets'; count: number; most: number }
  | { code: 'nobody-played'; person: string }
  /** `began`: ISO 8601; `latest`: a version. */
  | { code: 'not-that-far'; name: string; began: string; latest: number }
  | { code: 'export-too-large'; versions: number; most: number }
  /** The bot lacks permissions in the channel that was chosen. */
  | { code: 'channel-closed'; channel: string; missing: readonly ChannelPermission[] }
  | { code: 'moved-to-same'; name: string }
  // the rules
  | { code: 'dead' | 'not-dead' | 'not-enrolled' | 'already-enrolled' }
  | { code: 'not-dying'; condition: 'up' | 'stable' }
  | { code: 'unconscious'; condition: 'dying' | 'stable' }
  | { code: 'not-concentrating' | 'nothing-to-edit' | 'nothing-to-adjust' | 'needs-hit-point' }
  | { code: 'no-hit-dice'; die: number; left: number }
  | { code: 'hit-die-unknown' | 'hit-die-twice'; die: number }
  | { code: 'nothing-to-undo' | 'enrolment-stays' }
  | { code: 'version-unknown'; version: number; newest: number }
  | { code: 'too-far-back'; version: number; most: number }
  | { code: 'already-undone'; version: number; by: number }
  | { code: 'amendment-types'; version: number; parts: { amount: number; type?: DamageType | undefined }[] }
  | { code: 'not-amendable' | 'amendment-misfit' | 'amendment-same'; version: number }
  | { code: 'above-maximum'; value: number; maximum: number }
  | { code: 'out-of-bounds'; what: string; least: number; most: number }
  // the ledger, and faults
  | { code: 'store-unavailable' | 'not-known' | 'fault' };

/** A message for each. The strings that they are given are escaped already. */
export type Refusals = {
  [Code in Refused['code']]: (refused: Refused & { code: Code }) => string;
};
