import { maximum } from './state.js';
import type { State } from './state.js';

/** What is told of a creature whose numbers are hidden, from the worst to the best. */
export const bands = ['dead', 'down', 'critical', 'bloodied', 'injured', 'healthy'] as const;
export type Band = (typeof bands)[number];

/**
 * Healthy: full. Injured: over half. Bloodied: half or less. Critical: 15 % or less. Down: 0 hit points, or unconscious at 1.
 * All of the maximum as it is now.
 */
export function bandOf(state: State): Band {
  const { current, condition } = state;
  if (condition === 'dead') return 'dead';
  if (condition !== 'up') return 'down';
  if (current === maximum(state)) return 'healthy';
  if (current * 100 <= maximum(state) * 15) return 'critical';
  return isBloodied(state) ? 'bloodied' : 'injured';
}

/** SRD 5.2.1, "Bloodied": half the hit points or fewer are left; not at 0. */
export function isBloodied(state: State): boolean {
  return state.current > 0 && state.current * 2 <= maximum(state);
}
