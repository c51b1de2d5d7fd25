/** Why the rules do nothing, and what a message about it needs to say. */
export type RulesRefused =
  | { code: 'dead' | 'not-dead' | 'not-enrolled' | 'already-enrolled' | 'note-empty' }
  | { code: 'not-dying'; condition: 'up' | 'stable' }
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
