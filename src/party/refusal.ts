/** Why the party does nothing, and what a message about it needs to say. */
export type PartyRefused =
  /** No target was named, and the person has no active character. */
  | { code: 'no-active-character' }
  /** Whose character it would have to be, or whose right it is. */
  | { code: 'not-allowed'; name: string; who: 'dm' | 'owner-or-dm' }
  /** Only the DM runs creatures, and adds characters for others. */
  | { code: 'dm-only' }
  /** The roster has the character, but its stream could not be begun: whoever comes next begins it. */
  | { code: 'enrolling-unfinished'; name: string };

/** Something that the party can't do, or not to its end. */
export class PartyRefusal extends Error {
  override name = 'PartyRefusal';
  constructor(
    readonly refused: PartyRefused,
    options?: ErrorOptions,
  ) {
    super(refused.code, options);
  }
}
