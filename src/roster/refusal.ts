/** Why a roster command does nothing, and what a message about it needs to say. */
export type RosterRefused =
  | { code: 'name-empty' }
  | { code: 'name-too-long'; length: number; most: number }
  /** A comma separates targets, so no name may hold it. */
  | { code: 'name-comma' }
  /** Means something else as a target. */
  | { code: 'name-reserved'; name: string }
  /** Characters that can't be seen, or that turn the direction of the text around them. */
  | { code: 'name-invisible' }
  /** More accents upon one letter than any script uses. */
  | { code: 'name-marks' }
  | { code: 'name-taken'; name: string }
  | { code: 'name-same'; name: string }
  | { code: 'roster-full'; most: number }
  /** Whoever adds has as many living characters as one person can. */
  | { code: 'too-many-characters'; most: number }
  /** Whoever is to have it does. */
  | { code: 'owner-full'; name: string; most: number }
  | { code: 'character-retired'; name: string }
  | { code: 'character-unknown'; typed: string; suggestions: string[] }
  | { code: 'character-ambiguous'; typed: string; names: string[] }
  | { code: 'already-active'; name: string }
  /** Creatures belong to the DM. */
  | { code: 'creature-not-given'; name: string }
  | { code: 'settings-same' }
  | { code: 'owner-same'; name: string }
  /** A player character's numbers are not hidden. */
  | { code: 'hidden-creatures-only'; name: string };

/** A roster command that can't be done: nothing was recorded. */
export class RosterRefusal extends Error {
  override name = 'RosterRefusal';
  constructor(readonly refused: RosterRefused) {
    super(refused.code);
  }
}

export function refuse(refused: RosterRefused): never {
  throw new RosterRefusal(refused);
}
