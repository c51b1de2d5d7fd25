import type { Ledger } from '../ledger/index.js';
import type { Amendment } from '../rules/index.js';
import type { Ask } from './ask.js';
import { change } from './change.js';
import type { Changes } from './change.js';
import type { Outcome } from './outcome.js';
import type { Target } from './targets.js';

/** What is put right, and why. */
export interface Amending {
  version: number;
  amendment: Amendment;
  note: string;
}

/** Puts a change of one character right. @throws {Refusal} @throws {PartyRefusal} */
export function amend(
  ledger: Ledger,
  ask: Ask,
  target: Target,
  amending: Amending,
): Promise<Outcome<Changes>> {
  return change(ledger, ask, target, () => ({ type: 'amend', ...amending }), 'correct');
}
