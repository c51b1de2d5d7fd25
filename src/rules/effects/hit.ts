import { z } from 'zod';
import { down, dropped, maximum } from '../state.js';
import type { State } from '../state.js';
import { flag } from '../vocabulary.js';
import type { Edition } from '../vocabulary.js';

/** What came of a hit. */
export const hitSchema = z.strictObject({
  /** Taken by temporary hit points. */
  absorbed: z.int().min(1).optional(),
  /** What was left over at 0 hit points. */
  overkill: z.int().min(1).optional(),
  /** Death saves that it counts as failed. */
  failures: z.int().min(1).max(2).optional(),
  /** Died at once of too much damage. */
  massive: flag,
  knockedOut: flag,
  /** The DC of the saving throw that keeps up concentration. */
  concentrationSave: z.int().min(10).optional(),
});

interface Hit {
  state: State;
  outcome: z.infer<typeof hitSchema>;
}

/** Damage that is taken. Of 0 it is no damage, and nothing more happens to the dead. */
export function hit(
  state: State,
  damage: number,
  { critical, knockOut }: { critical?: true | undefined; knockOut?: true | undefined },
  edition: Edition,
): Hit {
  if (damage === 0 || state.condition === 'dead') return { state, outcome: {} };
  const absorbed = Math.min(state.temporary, damage);
  const buffered = { ...state, temporary: state.temporary - absorbed };
  const { state: next, outcome } =
    state.current === 0
      ? hitAtZero(buffered, damage, critical === true)
      : hitAboveZero(buffered, damage - absorbed, knockOut === true, edition);
  return {
    state: next,
    outcome: {
      ...(absorbed > 0 && { absorbed }),
      ...outcome,
      ...(next.concentration !== null && { concentrationSave: concentrationSave(damage, edition) }),
    },
  };
}

/**
 * SRD 5.2.1, "Dropping to 0 Hit Points": death at once when what is left over reaches the maximum, and for whoever makes
 * no death saves; else unconscious and dying; knocked out instead, if that was meant.
 */
function hitAboveZero(state: State, damage: number, knockOut: boolean, edition: Edition): Hit {
  const current = Math.max(0, state.current - damage);
  if (current > 0) return { state: { ...state, current }, outcome: {} };
  const left = damage - state.current;
  const overkill = left > 0 ? { overkill: left } : {};
  if (knockOut) return { state: knockedOut(state, edition), outcome: { ...overkill, knockedOut: true } };
  if (left >= maximum(state)) return { state: down(state, 'dead'), outcome: { ...overkill, massive: true } };
  return { state: dropped(state), outcome: overkill };
}

/** Unconscious and stable: SRD 5.1, "Knocking a Creature Out", at 0 hit points; 5.2.1, "Knocking Out a Creature", at 1. */
function knockedOut(state: State, edition: Edition): State {
  return down(state, 'stable', edition === '5.2' ? 1 : 0);
}

/**
 * SRD 5.2.1, "Damage at 0 Hit Points": a failed death save, two for a critical hit; death at once when the damage reaches
 * the maximum, and for whoever makes no death saves. Who was stable is so no more. Temporary hit points soften none of it:
 * what they absorb is damage taken.
 */
function hitAtZero(state: State, damage: number, critical: boolean): Hit {
  if (damage >= maximum(state)) return { state: down(state, 'dead'), outcome: { massive: true } };
  if (!state.makesDeathSaves) return { state: down(state, 'dead'), outcome: {} };
  const added = critical ? 2 : 1;
  const failures = Math.min(3, state.deathSaves.failures + added);
  const condition = failures === 3 ? ('dead' as const) : ('dying' as const);
  return {
    state: { ...state, condition, deathSaves: { ...state.deathSaves, failures } },
    outcome: { failures: added },
  };
}

/** SRD 5.1 and 5.2.1, "Concentration": the DC is 10 or half the damage taken, whichever is higher; 5.2.1: at most 30. */
function concentrationSave(damage: number, edition: Edition): number {
  const save = Math.max(10, Math.floor(damage / 2));
  return edition === '5.2' ? Math.min(30, save) : save;
}
