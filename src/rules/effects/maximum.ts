import { down, dropped, maximum } from '../state.js';
import type { State } from '../state.js';
import { highestAmount } from '../vocabulary.js';
import type { Edition } from '../vocabulary.js';
import { healed } from './healed.js';

/**
 * Someone whose maximum becomes another. The current hit points never exceed it; where it rises they rise with it only if
 * that is meant to heal. At 0 there are none left: SRD 5.2.1 lets such a creature die, 5.1 has no such rule. The dead stay
 * dead.
 */
export function withMaximum(
  state: State,
  { max, maxModifier }: Pick<State, 'max' | 'maxModifier'>,
  heal: boolean,
  edition: Edition,
): State {
  const next = { ...state, max, maxModifier: Math.min(highestAmount - max, Math.max(-max, maxModifier)) };
  if (state.condition === 'dead') return next;
  if (maximum(next) === 0) return atNothing(next, edition);
  const fitting = { ...next, current: Math.min(state.current, maximum(next)) };
  const rise = Math.max(0, maximum(next) - maximum(state));
  return heal ? healed(fitting, { amount: rise }).state : fitting;
}

function atNothing(state: State, edition: Edition): State {
  if (edition === '5.2') return down(state, 'dead');
  return state.current === 0 ? state : dropped(state);
}
