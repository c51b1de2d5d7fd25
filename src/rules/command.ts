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

/** What can be asked of the rules. Dice have been rolled already. */
export type Command =
  | ({ type: 'enroll' } & Enrolled & Noted)
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
