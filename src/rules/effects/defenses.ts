import type { Defenses } from '../state.js';
import type { DamagePart } from './damage-part.js';

/** What is left of a part of damage, and which defenses it met. */
export interface MetDefenses {
  /** May end on a half, which counts until all parts are summed. */
  taken: number;
  resisted?: true;
  vulnerable?: true;
  immune?: true;
}

/**
 * SRD 5.2.1, "Resistance and Vulnerability", "Order of Application": adjustments first (a flat one, then halving for a
 * saving throw), then resistance, then vulnerability. Rounded down each time the part is about to be changed again; several
 * resistances to one type count once, and so do vulnerabilities.
 * @param part.adjust its share of the flat adjustment.
 * @param how.resisted by a resistance that the defenses do not tell of, to damage of whatever type.
 */
export function afterDefenses(
  part: DamagePart & { adjust?: number | undefined },
  { halved, resisted: withstands }: { halved?: true | undefined; resisted?: true | undefined },
  defenses: Defenses,
): MetDefenses {
  const { amount, type, adjust = 0 } = part;
  const adjusted = Math.max(0, amount + adjust);
  const saved = halved ? adjusted / 2 : adjusted;
  const met = (types: Defenses['resistances']) => type !== undefined && types.includes(type);
  if (met(defenses.immunities)) return { taken: 0, immune: true };
  const resisted = withstands === true || met(defenses.resistances);
  const vulnerable = met(defenses.vulnerabilities);
  const withstood = resisted ? Math.floor(Math.floor(saved) / 2) : saved;
  return {
    taken: vulnerable ? Math.floor(withstood) * 2 : withstood,
    ...(resisted && { resisted }),
    ...(vulnerable && { vulnerable }),
  };
}
