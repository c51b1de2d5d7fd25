import type { Amendment } from './corrections/amendment.js';
import type { DamageInput } from './effects/damaged.js';
import type { EditInput } from './effects/edited.js';
import type { Enrolled } from './effects/enrolled.js';
import type { RestInput } from './effects/rested.js';
import type { Defenses } from './state.js';

interface Noted {
  /** Why, in the words of whoever commands. */
  note?: string;
}

interface RolledAmount {
  amount: number;
  /** How its dice fell, for whoever reads it. */
  rolled?: string;
}

/** What can be done to someone who is enrolled. Dice have been rolled already. */
export type Deed =
  | ({ type: 'damage' } & DamageInput & Noted)
  | ({ type: 'heal' } & RolledAmount & Noted)
  | ({ type: 'grantTemporary'; replace?: true } & RolledAmount & Noted)
  | { type: 'set'; value: number; note: string }
  | ({ type: 'deathSave'; roll: number; bonus?: number } & Noted)
  | ({ type: 'stabilize' } & Noted)
  | ({ type: 'revive'; value: number } & Noted)
  | ({ type: 'setMaximum'; value: number; heal?: true } & Noted)
  | ({ type: 'adjustMaximum'; by: number; heal?: true } & Noted)
  | ({ type: 'rest' } & RestInput & Noted)
  /** `null` ends it. */
  | ({ type: 'concentrate'; on: string | null } & Noted)
  | ({ type: 'setDefenses'; defenses: Partial<Defenses> } & Noted)
  | ({ type: 'edit' } & EditInput & Noted);

/** What can be asked of the rules. */
export type Command =
  | ({ type: 'enroll' } & Enrolled & Noted)
  | Deed
  /** Takes an event back. `version`: 0 where there is none to be taken back. `to`: whom it was about in truth, by name. */
  | ({ type: 'undo'; version: number; to?: string } & Noted)
  /** Puts an event right. */
  | { type: 'amend'; version: number; amendment: Amendment; note: string };
