import { checkBounds } from './bounds.js';
import type { Command } from './command.js';
import { amend } from './corrections/amend.js';
import { noPast } from './corrections/past.js';
import type { Past } from './corrections/past.js';
import { undo } from './corrections/undo.js';
import { enrolled } from './effects/enrolled.js';
import type { Event } from './event.js';
import { made } from './made.js';
import { checkPossible } from './possible.js';
import { refuse } from './refusal.js';
import type { State } from './state.js';
import type { Edition } from './vocabulary.js';

/**
 * What a command does to a character by the rules of an edition; `undefined` is a character before its first event.
 * @param past for `undo` and `amend`: from the event that they are about on, see {@link reachesBackTo}.
 * @throws {Refusal} when it can't be done: nothing happens.
 */
export function decide(
  state: State | undefined,
  command: Command,
  edition: Edition,
  past: Past = noPast,
): Event {
  checkBounds(command);
  if (command.type === 'enroll') {
    if (state !== undefined) refuse({ code: 'already-enrolled' });
    const { state: begun, details } = enrolled(command);
    const { note } = command;
    return {
      type: 'Enrolled',
      rules: edition,
      change: begun.current,
      ...(note !== undefined && { note }),
      details,
    };
  }
  if (state === undefined) return refuse({ code: 'not-enrolled' });
  switch (command.type) {
    case 'undo':
      return undo(state, command, edition, past);
    case 'amend':
      return amend(state, command, edition, past);
    default:
      checkPossible(state, command, edition);
      return made(state, command, edition);
  }
}
