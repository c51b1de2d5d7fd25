/** The code says it all. */
type Nothing = Record<string, never>;

/** Why a roster command does nothing, and what a message about it needs to say. */
export interface RosterRefusals {
  'name-empty': Nothing;
  'name-too-long': { length: number; most: number };
  /** Separates targets, so no name may hold it. */
  'name-comma': Nothing;
  /** Means something else as a target. */
  'name-reserved': { name: string };
  /** Characters that can't be seen, or that turn the direction of the text around them. */
  'name-invisible': Nothing;
  /** More accents upon one letter than any script uses. */
  'name-marks': Nothing;
  'name-taken': { name: string };
  'name-same': { name: string };
  'roster-full': { most: number };
  'character-retired': { name: string };
  'character-unknown': { typed: string; suggestions: string[] };
  'character-ambiguous': { typed: string; names: string[] };
  'already-active': { name: string };
}

/** Which one and its data, for whoever words it. */
export type RosterRefused = {
  [Code in keyof RosterRefusals]: { code: Code; data: RosterRefusals[Code] };
}[keyof RosterRefusals];

/** A roster command that can't be done: nothing was recorded. */
export class RosterRefusal extends Error {
  override name = 'RosterRefusal';
  constructor(readonly refused: RosterRefused) {
    super(refused.code);
  }
}

export function refuse<Code extends keyof RosterRefusals>(code: Code, data: RosterRefusals[Code]): never {
  throw new RosterRefusal({ code, data } as RosterRefused);
}
