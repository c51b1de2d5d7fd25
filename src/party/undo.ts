import type { Ledger } from '../ledger/index.js';
import type { Ask } from './ask.js';
import { change } from './change.js';
import type { Changes } from './change.js';
import type { Outcome } from './outcome.js';
import { findTarget } from './targets.js';
import type { Target } from './targets.js';

/** Which change is to be taken back, and why. */
export interface Undoing {
  /** Left out: the last one that still stands. */
  version?: number;
  note?: string;
}

/**
 * Takes a change of each character that is meant back; of several, the last one of each.
 * @throws {Refusal} when it can't be, or has been already. @throws {PartyRefusal} when the person may not change so much.
 */
export async function undo(
  ledger: Ledger,
  ask: Ask,
  target: Target,
  { version, ...note }: Undoing,
): Promise<Outcome<Changes>> {
  if (version === undefined)
    return change(
      ledger,
      ask,
      target,
      async ({ lastChange }) => ({ type: 'undo', version: await lastChange(), ...note }),
      'change',
    );
  // a version is of one character
  const { character } = await findTarget(ledger, ask, target);
  return change(ledger, ask, { id: character.id }, () => ({ type: 'undo', version, ...note }), 'change');
}

/** Takes back what one command did to several. @param versions by character. */
export function undoTogether(
  ledger: Ledger,
  ask: Ask,
  versions: ReadonlyMap<string, number>,
): Promise<Outcome<Changes>> {
  return change(
    ledger,
    ask,
    { ids: [...versions.keys()] },
    ({ character }) => ({ type: 'undo', version: versions.get(character.id) ?? 0 }),
    'change',
  );
}
