import { z } from 'zod';
import { defensesSchema } from '../state.js';
import type { State } from '../state.js';
import { damageTypes } from '../vocabulary.js';
import type { DamageType } from '../vocabulary.js';
import type { Effect } from './effect.js';

const { resistances, immunities, vulnerabilities } = defensesSchema.shape;

export const defensesSetDetails = z.strictObject({
  /** Those that are other from now on, each type once and in the order of the damage types; absent ones stay as they are. */
  defenses: z.strictObject({
    resistances: resistances.exactOptional(),
    immunities: immunities.exactOptional(),
    vulnerabilities: vulnerabilities.exactOptional(),
  }),
});
export type DefensesSet = z.infer<typeof defensesSetDetails>;

/** Other resistances, immunities or vulnerabilities than before; the dead have them too. */
export function defensesSet(state: State, { defenses }: DefensesSet): Effect<DefensesSet> {
  const { resistances, immunities, vulnerabilities } = defenses;
  const inOrder = {
    ...(resistances && { resistances: sorted(resistances) }),
    ...(immunities && { immunities: sorted(immunities) }),
    ...(vulnerabilities && { vulnerabilities: sorted(vulnerabilities) }),
  };
  return {
    state: { ...state, defenses: { ...state.defenses, ...inOrder } },
    details: { defenses: inOrder },
  };
}

function sorted(types: DamageType[]): DamageType[] {
  return damageTypes.filter((type) => types.includes(type));
}
