import { checkBounds } from '../bounds.js';
import type { Command } from '../command.js';
import { amendedSchema } from '../event.js';
import type { Correction } from '../event.js';
import { made } from '../made.js';
import { checkPossible } from '../possible.js';
import { refuse } from '../refusal.js';
import type { State } from '../state.js';
import type { Edition } from '../vocabulary.js';
import { recordedAmendmentSchema } from './amendment.js';
import { counting, isCorrection } from './counting.js';
import { deedOf } from './deed-of.js';
import type { Past } from './past.js';
import { putRight, recordedAmendment } from './put-right.js';
import { replay } from './replay.js';
import { checkStands, effectOf, passed } from './undo.js';

type Amended = Extract<Correction, { type: 'Amended' }>;

/**
 * Puts an event right: whatever came after it is decided again, as if it had happened so. Other amendments of the event stay
 * as they are; an amendment is put right by amending the same event once more. What could not have been commanded where the
 * event happened is refused like that command.
 */
export function amend(
  state: State,
  { version: named, amendment, note }: Extract<Command, { type: 'amend' }>,
  edition: Edition,
  past: Past,
): Amended {
  const { event } = passed(past, named);
  if (event.type === 'Reverted') return refuse({ code: 'not-amendable', version: named });
  const version = event.type === 'Amended' ? event.details.version : named;
  checkStands(past, named);
  checkStands(past, version);
  const step = replay(past.before, counting(past.events)).find((one) => one.version === version);
  const deed = step && deedOf(step.event);
  const original = originalDeed(past, version);
  if (step?.before === undefined || deed === undefined || original === undefined)
    return refuse({ code: 'not-amendable', version });
  const right = putRight(deed, amendment, version);
  checkBounds(right);
  checkPossible(step.before, right, step.event.rules);
  const { type, details } = made(step.before, right, step.event.rules);
  const amended: Amended = {
    type: 'Amended',
    rules: edition,
    change: 0,
    note,
    details: {
      version,
      amendment: recordedAmendmentSchema.parse(recordedAmendment(amendment, deed, original)),
      as: amendedSchema.parse({ type, details }),
    },
  };
  const { change, differences } = effectOf(state, past, amended);
  return { ...amended, change, details: { ...amended.details, ...differences } };
}

function originalDeed(past: Past, version: number) {
  const { event } = passed(past, version);
  return isCorrection(event) ? undefined : deedOf(event);
}
