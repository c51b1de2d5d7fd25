import { z } from 'zod';
import type { State } from '../state.js';
import { flag } from '../vocabulary.js';
import type { Edition } from '../vocabulary.js';
import type { Effect } from './effect.js';
import { longRest, longRestSchema } from './long-rest.js';
import { shortRest, shortRestSchema, spentSchema } from './short-rest.js';

const inputSchema = z.strictObject({
  kind: z.enum(['short', 'long']),
  /** Hit dice that a short rest spends, and what each of them shows. */
  dice: spentSchema.optional(),
});
export type RestInput = z.infer<typeof inputSchema>;

export const restedDetails = inputSchema.extend({
  /** Hit points regained. */
  regained: z.int().min(1).optional(),
  /** Was unconscious and is up again. */
  woke: flag,
  ...shortRestSchema.shape,
  ...longRestSchema.shape,
});
export type Rested = z.infer<typeof restedDetails>;

/** A rest; it does nothing for who can't rest. */
export function rested(state: State, { kind, dice = [] }: RestInput, edition: Edition): Effect<Rested> {
  const input = { kind, ...(dice.length > 0 && { dice }) };
  if (!canRest(state, kind, edition)) return { state, details: input };
  const { state: next, details } =
    kind === 'long' ? longRest(state, edition) : shortRest(state, dice, edition);
  const regained = next.current - state.current;
  return {
    state: next,
    details: {
      ...input,
      ...(regained > 0 && { regained }),
      ...(state.condition !== 'up' && next.condition === 'up' && { woke: true }),
      ...details,
    },
  };
}

/** SRD 5.2.1, "Short Rest" and "Long Rest": they take 1 hit point; 5.1 asks for it at a long rest alone. */
export function canRest(state: State, kind: RestInput['kind'], edition: Edition): boolean {
  if (state.condition === 'dead') return false;
  return state.current > 0 || (kind === 'short' && edition === '5.1');
}
