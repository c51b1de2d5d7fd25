import type { Deed } from './command.js';
import { concentrationChanged } from './effects/concentration-changed.js';
import { damaged } from './effects/damaged.js';
import { deathSaveRolled } from './effects/death-save-rolled.js';
import { defensesSet } from './effects/defenses-set.js';
import { edited } from './effects/edited.js';
import type { Effect } from './effects/effect.js';
import { healed } from './effects/healed.js';
import { hitPointsSet } from './effects/hit-points-set.js';
import { maximumAdjusted } from './effects/maximum-adjusted.js';
import { maximumSet } from './effects/maximum-set.js';
import { rested } from './effects/rested.js';
import { revived } from './effects/revived.js';
import { stabilized } from './effects/stabilized.js';
import { temporaryGranted } from './effects/temporary-granted.js';
import type { Original } from './event.js';
import type { State } from './state.js';
import type { Edition } from './vocabulary.js';

/** The event of a command that can be done, by the rules of an edition. */
export function made(state: State, command: Deed, edition: Edition): Original {
  const body = <Details>({ state: after, details }: Effect<Details>) => ({
    rules: edition,
    change: after.current - state.current,
    ...(command.note !== undefined && { note: command.note }),
    details,
  });
  switch (command.type) {
    case 'damage':
      return { type: 'Damaged', ...body(damaged(state, command, edition)) };
    case 'heal':
      return { type: 'Healed', ...body(healed(state, command)) };
    case 'grantTemporary':
      return { type: 'TemporaryGranted', ...body(temporaryGranted(state, command)) };
    case 'set':
      return { type: 'HitPointsSet', ...body(hitPointsSet(state, command)) };
    case 'deathSave':
      return { type: 'DeathSaveRolled', ...body(deathSaveRolled(state, command)) };
    case 'stabilize':
      return { type: 'Stabilized', ...body(stabilized(state)) };
    case 'revive':
      return { type: 'Revived', ...body(revived(state, command)) };
    case 'setMaximum':
      return { type: 'MaximumSet', ...body(maximumSet(state, command, edition)) };
    case 'adjustMaximum':
      return { type: 'MaximumAdjusted', ...body(maximumAdjusted(state, command, edition)) };
    case 'rest':
      return { type: 'Rested', ...body(rested(state, command, edition)) };
    case 'concentrate':
      return {
        type: 'ConcentrationChanged',
        ...body(concentrationChanged(state, command.on?.trim() ?? null)),
      };
    case 'setDefenses':
      return { type: 'DefensesSet', ...body(defensesSet(state, command)) };
    case 'edit':
      return { type: 'Edited', ...body(edited(state, command)) };
  }
}
