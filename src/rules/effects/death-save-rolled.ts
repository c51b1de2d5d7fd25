import { z } from 'zod';
import { maximum, noDeathSaves, up } from '../state.js';
import type { State } from '../state.js';
import { highestBonus } from '../vocabulary.js';
import type { Effect } from './effect.js';

const results = ['success', 'failure', 'two-failures', 'wakes'] as const;

export const deathSaveRolledDetails = z.strictObject({
  /** What the d20 shows. */
  roll: z.int().min(1).max(20),
  bonus: z.int().min(-highestBonus).max(highestBonus).optional(),
  /** Absent where no save was due. */
  result: z.enum(results).optional(),
  /** Where it changed. */
  condition: z.enum(['up', 'stable', 'dead']).optional(),
});
export type DeathSaveRolled = z.infer<typeof deathSaveRolledDetails>;

/**
 * SRD 5.2.1, "Death Saving Throws": 10 or more is a success, the third makes stable; the third failure kills. A natural 1
 * is two failures, a natural 20 wakes with 1 hit point, whatever the bonus; with a maximum of 0, where there is none to be
 * had, it is a success.
 */
export function deathSaveRolled(
  state: State,
  { roll, bonus }: Pick<DeathSaveRolled, 'roll' | 'bonus'>,
): Effect<DeathSaveRolled> {
  const input = { roll, ...(bonus && { bonus }) };
  if (state.condition !== 'dying') return { state, details: input };
  const result = resultOf(roll, bonus ?? 0, maximum(state) > 0);
  const next = after(state, result);
  const { condition } = next;
  return { state: next, details: { ...input, result, ...(condition !== 'dying' && { condition }) } };
}

function resultOf(roll: number, bonus: number, canWake: boolean): (typeof results)[number] {
  if (roll === 1) return 'two-failures';
  if (roll === 20) return canWake ? 'wakes' : 'success';
  return roll + bonus >= 10 ? 'success' : 'failure';
}

function after(state: State, result: (typeof results)[number]): State {
  const { successes, failures } = state.deathSaves;
  switch (result) {
    case 'wakes':
      return up(state, 1);
    case 'success':
      if (successes === 2) return { ...state, condition: 'stable', deathSaves: noDeathSaves };
      return { ...state, deathSaves: { successes: successes + 1, failures } };
    case 'failure':
    case 'two-failures': {
      const failed = Math.min(3, failures + (result === 'failure' ? 1 : 2));
      return {
        ...state,
        condition: failed === 3 ? 'dead' : 'dying',
        deathSaves: { successes, failures: failed },
      };
    }
  }
}
