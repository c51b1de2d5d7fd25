import type { DamageType } from './vocabulary.js';

/** Why the rules do nothing, and what a message about it needs to say. */
export type RulesRefused =
  | { code: 'dead' | 'not-dead' | 'not-enrolled' | 'already-enrolled' | 'note-empty' }
  | { code: 'not-dying'; condition: 'up' | 'stable' }
  /** Nobody begins to concentrate in their sleep. */
  | { code: 'unconscious'; condition: 'dying' | 'stable' }
  | { code: 'not-concentrating' | 'nothing-to-edit' | 'nothing-to-adjust' }
  /** The rest takes at least 1 hit point. */
  | { code: 'needs-hit-point' }
  /** Fewer are left than were to be spent. */
  | { code: 'no-hit-dice'; die: number; left: number }
  /** No hit die has so many sides; or it was named twice. */
  | { code: 'hit-die-unknown' | 'hit-die-twice'; die: number }
  /** No change of hit points is left that could be taken back. */
  | { code: 'nothing-to-undo' }
  | { code: 'version-unknown'; version: number; newest: number }
  /** More than so many entries came after it. */
  | { code: 'too-far-back'; version: number; most: number }
  /** A trail begins with it for ever. */
  | { code: 'enrolment-stays' }
  /** Taken back already, by the event `by`. */
  | { code: 'already-undone'; version: number; by: number }
  /** What such an event tells can't be put right; it can be taken back. */
  | { code: 'not-amendable'; version: number }
  /** Something was to be put right that such an event does not have. */
  | { code: 'amendment-misfit'; version: number }
  /** A new amount was given to a hit of several types, which are these so far; it was not said how it is split. */
  | { code: 'amendment-types'; version: number; parts: { amount: number; type?: DamageType | undefined }[] }
  /** It was so already. */
  | { code: 'amendment-same'; version: number }
  | { code: 'above-maximum'; value: number; maximum: number }
  | { code: 'out-of-bounds'; what: string; least: number; most: number };

/** A command that the rules do not let happen: nothing was recorded. */
export class Refusal extends Error {
  override name = 'Refusal';
  constructor(readonly refused: RulesRefused) {
    super(refused.code);
  }
}

export function refuse(refused: RulesRefused): never {
  throw new Refusal(refused);
}
