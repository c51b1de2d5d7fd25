import { z } from 'zod';
import { defensesSchema } from '../state.js';
import type { Defenses, State } from '../state.js';
import { damageTypes } from '../vocabulary.js';
import type { DamageType } from '../vocabulary.js';
import type { Effect } from './effect.js';

export const defensesSetDetails = z.strictObject({
  /** All that there are from now on, each type once and in the order of the damage types. */
  defenses: defensesSchema,
});
export type DefensesSet = z.infer<typeof defensesSetDetails>;

/** Other resistances, immunities and vulnerabilities than before; the dead have them too. */
export function defensesSet(state: State, { defenses }: DefensesSet): Effect<DefensesSet> {
  const inOrder: Defenses = {
    resistances: sorted(defenses.resistances),
    immunities: sorted(defenses.immunities),
    vulnerabilities: sorted(defenses.vulnerabilities),
  };
  return { state: { ...state, defenses: inOrder }, details: { defenses: inOrder } };
}

function sorted(types: DamageType[]): DamageType[] {
  return damageTypes.filter((type) => types.includes(type));
}
