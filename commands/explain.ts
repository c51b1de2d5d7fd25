import { NotRecorded, StoreUnavailable, VersionConflict } from '../src/ledger/index.js';
import { PartyRefusal } from '../src/party/index.js';
import { refusal } from '../src/replies/index.js';
import type { Reply } from '../src/replies/index.js';
import { RosterRefusal } from '../src/roster/index.js';
import { Refusal } from '../src/rules/index.js';
import { OptionRefusal } from './refused-option.js';

/**
 * The answer for something that was not done: why, and what would be right.
 * @param onFault told of an error that nobody expected; its text is not for people.
 */
export function explain(error: unknown, onFault: (fault: unknown) => void): Reply {
  if (error instanceof Refusal) return refusal(error.refused);
  if (error instanceof RosterRefusal) return refusal(error.refused);
  if (error instanceof PartyRefusal) return refusal(error.refused);
  if (error instanceof OptionRefusal) return refusal(error.refused);
  onFault(error);
  // a store that can't be read fails a command before it writes anything
  if (error instanceof NotRecorded || error instanceof VersionConflict || error instanceof StoreUnavailable)
    return refusal({ code: 'store-unavailable' });
  return refusal({ code: 'fault' });
}
