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
 */
export function afterDefenses(part: DamagePart, halved: boolean, defenses: Defenses): MetDefenses {
  const { amount, type, adjust = 0 } = part;
  const adjusted = Math.max(0, amount + adjust);
  const saved = halved ? adjusted / 2 : adjusted;
  if (type === undefined) return { taken: saved };
  if (defenses.immunities.includes(type)) return { taken: 0, immune: true };
  const resisted = defenses.resistances.includes(type);
  const vulnerable = defenses.vulnerabilities.includes(type);
  const withstood = resisted ? Math.floor(Math.floor(saved) / 2) : saved;
  return {
    taken: vulnerable ? Math.floor(withstood) * 2 : withstood,
    ...(resisted && { resisted }),
    ...(vulnerable && { vulnerable }),
  };
}
