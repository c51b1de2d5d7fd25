import { z } from 'zod';
import { conditions, down, maximum } from '../state.js';
import type { State } from '../state.js';
import { flag, mostParts } from '../vocabulary.js';
import { partSchema } from './damage-part.js';
import { afterDefenses } from './defenses.js';
import type { Effect } from './effect.js';

const inputSchema = z.strictObject({
  parts: z.array(partSchema).min(1).max(mostParts),
  /** For a successful saving throw. */
  halved: flag,
  critical: flag,
});
export type DamageInput = z.infer<typeof inputSchema>;

export const damagedDetails = inputSchema.extend({
  parts: z
    .array(
      partSchema.extend({
        /** What is left of the part, where it is another number; half points count until all parts are summed. */
        taken: z.number().min(0).multipleOf(0.5).optional(),
        resisted: flag,
        vulnerable: flag,
        immune: flag,
      }),
    )
    .min(1)
    .max(mostParts),
  /** The damage taken: the sum of the parts, rounded down. */
  damage: z.int().min(0),
  /** Taken by temporary hit points. */
  absorbed: z.int().min(1).optional(),
  /** What was left over at 0 hit points. */
  overkill: z.int().min(1).optional(),
  /** Death saves that it counts as failed. */
  failures: z.int().min(1).max(2).optional(),
  /** Died at once of too much damage. */
  massive: flag,
  /** Where it changed. */
  condition: z.enum(conditions).optional(),
});
export type Damaged = z.infer<typeof damagedDetails>;

/** Damage: what the defenses leave of it, from the temporary hit points first, then from the others. */
export function damaged(state: State, { parts, halved, critical }: DamageInput): Effect<Damaged> {
  const met = parts.map(({ amount, type, adjust }) => {
    const part = { amount, ...(type && { type }), ...(adjust && { adjust }) };
    const { taken, ...how } = afterDefenses(part, halved === true, state.defenses);
    return { part: { ...part, ...(taken !== amount && { taken }), ...how }, taken };
  });
  const damage = Math.floor(met.reduce((sum, { taken }) => sum + taken, 0));
  const fallen = hit(state, damage, critical === true);
  return {
    state: fallen.state,
    details: {
      parts: met.map(({ part }) => part),
      ...(halved && { halved }),
      ...(critical && { critical }),
      damage,
      ...fallen.outcome,
      ...(fallen.state.condition !== state.condition && { condition: fallen.state.condition }),
    },
  };
}

type Outcome = Pick<Damaged, 'absorbed' | 'overkill' | 'failures' | 'massive'>;

/** Damage of 0 is no damage, and nothing more happens to the dead. */
function hit(state: State, damage: number, critical: boolean): { state: State; outcome: Outcome } {
  if (damage === 0 || state.condition === 'dead') return { state, outcome: {} };
  const absorbed = Math.min(state.temporary, damage);
  const buffered = { ...state, temporary: state.temporary - absorbed };
  const { state: next, outcome } =
    state.current === 0 ? hitAtZero(buffered, damage, critical) : hitAboveZero(buffered, damage - absorbed);
  return { state: next, outcome: { ...(absorbed > 0 && { absorbed }), ...outcome } };
}

/**
 * SRD 5.2.1, "Dropping to 0 Hit Points": death at once when what is left over reaches the maximum, and for whoever makes
 * no death saves; else unconscious and dying.
 */
function hitAboveZero(state: State, damage: number): { state: State; outcome: Outcome } {
  const current = Math.max(0, state.current - damage);
  if (current > 0) return { state: { ...state, current }, outcome: {} };
  const overkill = damage - state.current;
  const massive = overkill >= maximum(state);
  return {
    state: down(state, massive || !state.makesDeathSaves ? 'dead' : 'dying'),
    outcome: { ...(overkill > 0 && { overkill }), ...(massive && { massive: true as const }) },
  };
}

/**
 * SRD 5.2.1, "Damage at 0 Hit Points": a failed death save, two for a critical hit; death at once when the damage reaches
 * the maximum. Who was stable is so no more. Temporary hit points soften none of it: what they absorb is damage taken.
 */
function hitAtZero(state: State, damage: number, critical: boolean): { state: State; outcome: Outcome } {
  if (damage >= maximum(state)) return { state: { ...state, condition: 'dead' }, outcome: { massive: true } };
  const added = critical ? 2 : 1;
  const failures = Math.min(3, state.deathSaves.failures + added);
  const condition = failures === 3 ? ('dead' as const) : ('dying' as const);
  return {
    state: { ...state, condition, deathSaves: { ...state.deathSaves, failures } },
    outcome: { failures: added },
  };
}
