import { checkBounds } from './bounds.js';
import type { Command } from './command.js';
import { damaged } from './effects/damaged.js';
import { deathSaveRolled } from './effects/death-save-rolled.js';
import type { Effect } from './effects/effect.js';
import { enrolled } from './effects/enrolled.js';
import { healed } from './effects/healed.js';
import { hitPointsSet } from './effects/hit-points-set.js';
import { revived } from './effects/revived.js';
import { temporaryGranted } from './effects/temporary-granted.js';
import type { Event } from './event.js';
import { refuse } from './refusal.js';
import { maximum } from './state.js';
import type { State } from './state.js';
import type { Edition } from './vocabulary.js';

/**
 * What a command does to a character by the rules of an edition; `undefined` is a character before its first event.
 * @throws {Refusal} when it can't be done: nothing happens.
 */
export function decide(state: State | undefined, command: Command, edition: Edition): Event {
  checkBounds(command);
  const header = <Details>(before: number, { state: after, details }: Effect<Details>) => ({
    rules: edition,
    change: after.current - before,
    ...(command.note !== undefined && { note: command.note }),
    details,
  });
  if (command.type === 'enroll') {
    if (state !== undefined) refuse({ code: 'already-enrolled' });
    return { type: 'Enrolled', ...header(0, enrolled(command)) };
  }
  if (state === undefined) return refuse({ code: 'not-enrolled' });
  if (command.type === 'revive') {
    if (state.condition !== 'dead') refuse({ code: 'not-dead' });
    checkMaximum(state, command.value);
    return { type: 'Revived', ...header(state.current, revived(state, command)) };
  }
  if (state.condition === 'dead') refuse({ code: 'dead' });
  switch (command.type) {
    case 'damage':
      return { type: 'Damaged', ...header(state.current, damaged(state, command)) };
    case 'heal':
      return { type: 'Healed', ...header(state.current, healed(state, command)) };
    case 'grantTemporary':
      return { type: 'TemporaryGranted', ...header(state.current, temporaryGranted(state, command)) };
    case 'set':
      checkMaximum(state, command.value);
      return { type: 'HitPointsSet', ...header(state.current, hitPointsSet(state, command)) };
    case 'deathSave':
      if (state.condition !== 'dying') refuse({ code: 'not-dying', condition: state.condition });
      return { type: 'DeathSaveRolled', ...header(state.current, deathSaveRolled(state, command)) };
  }
}

function checkMaximum(state: State, value: number): void {
  if (value > maximum(state)) refuse({ code: 'above-maximum', value, maximum: maximum(state) });
}
