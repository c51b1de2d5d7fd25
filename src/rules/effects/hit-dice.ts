import { z } from 'zod';
import type { State } from '../state.js';
import { highestHitDice, hitDieSchema, hitDieSides } from '../vocabulary.js';
import type { Edition } from '../vocabulary.js';

type HitDice = State['hitDice'];

/** The hit dice that someone has, an entry for each kind. */
export const hitDiceSchema = z
  .array(z.strictObject({ die: hitDieSchema, total: z.int().min(1).max(highestHitDice) }))
  .max(hitDieSides.length);

/** Other totals; of each kind as many stay spent as can. */
export function withHitDice(before: HitDice, totals: z.infer<typeof hitDiceSchema>): HitDice {
  const spent = (wanted: number) => {
    const { left, total } = before.find(({ die }) => die === wanted) ?? { left: 0, total: 0 };
    return total - left;
  };
  return totals
    .map(({ die, total }) => ({ die, left: Math.max(0, total - spent(die)), total }))
    .sort((one, other) => other.die - one.die);
}

/** One die fewer; `undefined` where none of its kind is left. */
export function withoutDie(hitDice: HitDice, die: number): HitDice | undefined {
  if (!hitDice.some((one) => one.die === die && one.left > 0)) return undefined;
  return hitDice.map((one) => (one.die === die ? { ...one, left: one.left - 1 } : one));
}

/**
 * The spent hit dice that a long rest gives back, the largest first. SRD 5.2.1, "Long Rest": all of them; 5.1: half as many
 * as there are in total, at least one.
 */
export function recoverable(hitDice: HitDice, edition: Edition): { die: number; count: number }[] {
  const total = hitDice.reduce((sum, one) => sum + one.total, 0);
  let most = edition === '5.2' ? total : Math.max(1, Math.floor(total / 2));
  return hitDice.flatMap(({ die, left, total }) => {
    const count = Math.min(total - left, most);
    most -= count;
    return count > 0 ? [{ die, count }] : [];
  });
}
