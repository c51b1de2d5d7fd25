import { DiceRefusal } from '../src/dice/index.js';
import { NotKnown, NotRecorded, StoreUnavailable, VersionConflict } from '../src/ledger/index.js';
import { PartyRefusal } from '../src/party/index.js';
import { RosterRefusal } from '../src/roster/index.js';
import { Refusal } from '../src/rules/index.js';
import type { Refused } from '../src/words/index.js';
import { OptionRefusal } from './refused-option.js';

/** Why something was not done, for a message about it. */
export function refusedOf(error: unknown): Refused {
  if (isExpected(error)) return error.refused;
  // a store that can't be read fails a command before it writes anything
  if (error instanceof NotRecorded || error instanceof VersionConflict || error instanceof StoreUnavailable)
    return { code: 'store-unavailable' };
  if (error instanceof NotKnown) return { code: 'not-known' };
  return { code: 'fault' };
}

/** Whether the rules of the game or of the house were at work, and nothing is broken. */
export function isExpected(
  error: unknown,
): error is Refusal | RosterRefusal | PartyRefusal | OptionRefusal | DiceRefusal {
  return (
    error instanceof Refusal ||
    error instanceof RosterRefusal ||
    error instanceof PartyRefusal ||
    error instanceof OptionRefusal ||
    error instanceof DiceRefusal
  );
}
