import { z } from 'zod';
import { characterSchema } from './state.js';

const { id, name, kind, owner } = characterSchema.shape;

/** What happened to the roster. An event carries all that is needed to do it again. */
export const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('CharacterAdded'),
    /** `max` and `current` (absent: full): the hit points that its own stream begins with. */
    details: z.strictObject({
      id,
      name,
      kind,
      owner,
      max: z.int().min(1),
      current: z.int().min(1).optional(),
    }),
  }),
  z.strictObject({
    type: z.literal('CharacterRenamed'),
    details: z.strictObject({ id, from: name, to: name }),
  }),
  z.strictObject({ type: z.literal('CharacterRetired'), details: z.strictObject({ id }) }),
  z.strictObject({ type: z.literal('CharacterChosen'), details: z.strictObject({ id, person: owner }) }),
]);
export type RosterEvent = z.infer<typeof eventSchema>;
export type CharacterAdded = Extract<RosterEvent, { type: 'CharacterAdded' }>;
