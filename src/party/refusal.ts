/** Why the party does nothing, and what a message about it needs to say. */
export type PartyRefused =
  /** No target was named, and the person has no active character. */
  | { code: 'no-active-character' }
  /** Of a button whose message belongs to another server. */
  | { code: 'character-elsewhere' }
  /** Whose character it would have to be, or whose right it is. */
  | { code: 'not-allowed'; name: string; who: 'dm' | 'owner-or-dm' }
  /** Only the DM runs creatures, adds characters for others, and decides how the server plays. */
  | { code: 'dm-only' }
  /** Every player character was meant, and there is none. */
  | { code: 'party-empty' }
  | { code: 'too-many-targets'; count: number; most: number }
  /** Meant by two names of a list. */
  | { code: 'target-twice'; name: string }
  /** A person whom no character's commands are for. */
  | { code: 'nobody-played'; person: string }
  /** Of the one whom it was told of already. */
  | { code: 'moved-to-same'; name: string }
  /** A trail had not begun at that time, or has not come to that version. `began`: ISO 8601; `latest`: a version. */
  | { code: 'not-that-far'; name: string; began: string; latest: number }
  /** To be spent, but never told of. */
  | { code: 'no-hit-dice-known'; name: string }
  /** Its hit points are edited, but the roster could not be reached for the rest. */
  | { code: 'edit-unfinished'; name: string }
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
