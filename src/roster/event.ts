import { z } from 'zod';
import { characterSchema, settingsSchema } from './state.js';

const { id, name, kind, owner, hidden } = characterSchema.shape;

const { rules, dmRole, whoMayChange, feed, board } = settingsSchema.shape;
const changedSettings = z.strictObject({
  rules: rules.exactOptional(),
  dmRole: dmRole.exactOptional(),
  whoMayChange: whoMayChange.exactOptional(),
  feed,
  board,
});
const hitDie = z.strictObject({ die: z.int().min(1), total: z.int().min(1) });

/** What happened to the roster. An event carries all that is needed to do it again. */
export const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('CharacterAdded'),
    /** From `max` on: what its own stream begins with. Absent: full, and unknown. */
    details: z.strictObject({
      id,
      name,
      kind,
      owner,
      hidden,
      max: z.int().min(1),
      current: z.int().min(1).optional(),
      makesDeathSaves: z.boolean().optional(),
      hitDice: z.array(hitDie).optional(),
      constitution: z.int().optional(),
    }),
  }),
  z.strictObject({
    type: z.literal('CharacterRenamed'),
    details: z.strictObject({ id, from: name, to: name }),
  }),
  z.strictObject({
    type: z.literal('CharacterEdited'),
    details: z.strictObject({ id, kind: kind.exactOptional(), hidden }),
  }),
  z.strictObject({
    type: z.literal('CharacterGiven'),
    details: z.strictObject({ id, from: owner, to: owner }),
  }),
  z.strictObject({
    type: z.literal('CharacterRetired'),
    /** `at`: when. ISO 8601, UTC; the oldest events lack it. */
    details: z.strictObject({ id, at: z.iso.datetime({ precision: 3 }).exactOptional() }),
  }),
  z.strictObject({ type: z.literal('CharacterChosen'), details: z.strictObject({ id, person: owner }) }),
  /** Those settings that were changed, as they are from now on. */
  z.strictObject({ type: z.literal('SettingsChanged'), details: changedSettings }),
]);
export type RosterEvent = z.infer<typeof eventSchema>;
export type CharacterEdited = Extract<RosterEvent, { type: 'CharacterEdited' }>;
export type CharacterAdded = Extract<RosterEvent, { type: 'CharacterAdded' }>;
