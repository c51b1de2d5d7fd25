import type { DamageInput } from './effects/damaged.js';
import type { Enrolled } from './effects/enrolled.js';

interface Noted {
  /** Why, in the words of whoever commands. */
  note?: string;
}

/** What can be asked of the rules. Dice have been rolled already. */
export type Command =
  | ({ type: 'enroll' } & Enrolled & Noted)
  | ({ type: 'damage' } & DamageInput & Noted)
  | ({ type: 'heal'; amount: number } & Noted)
  | ({ type: 'grantTemporary'; amount: number; replace?: true } & Noted)
  | { type: 'set'; value: number; note: string }
  | ({ type: 'deathSave'; roll: number; bonus?: number } & Noted)
  | ({ type: 'revive'; value: number } & Noted);
