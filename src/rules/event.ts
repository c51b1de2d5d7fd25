import { z } from 'zod';
import { concentrationChangedDetails } from './effects/concentration-changed.js';
import { damagedDetails } from './effects/damaged.js';
import { deathSaveRolledDetails } from './effects/death-save-rolled.js';
import { defensesSetDetails } from './effects/defenses-set.js';
import { editedDetails } from './effects/edited.js';
import { enrolledDetails } from './effects/enrolled.js';
import { healedDetails } from './effects/healed.js';
import { hitPointsSetDetails } from './effects/hit-points-set.js';
import { maximumAdjustedDetails } from './effects/maximum-adjusted.js';
import { maximumSetDetails } from './effects/maximum-set.js';
import { restedDetails } from './effects/rested.js';
import { revivedDetails } from './effects/revived.js';
import { stabilizedDetails } from './effects/stabilized.js';
import { temporaryGrantedDetails } from './effects/temporary-granted.js';
import { editions, highestAmount } from './vocabulary.js';

const common = {
  /** The edition that it was decided by, and is replayed by. */
  rules: z.enum(editions),
  /** The signed net change of the current hit points. */
  change: z.int().min(-highestAmount).max(highestAmount),
  /** Why, in the words of whoever caused it. */
  note: z.string().optional(),
};

/** What happened to a character's hit points: what went in, with every die, and what the rules made of it. */
export const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Enrolled'), ...common, details: enrolledDetails }),
  z.strictObject({ type: z.literal('Damaged'), ...common, details: damagedDetails }),
  z.strictObject({ type: z.literal('Healed'), ...common, details: healedDetails }),
  z.strictObject({ type: z.literal('TemporaryGranted'), ...common, details: temporaryGrantedDetails }),
  z.strictObject({ type: z.literal('HitPointsSet'), ...common, details: hitPointsSetDetails }),
  z.strictObject({ type: z.literal('DeathSaveRolled'), ...common, details: deathSaveRolledDetails }),
  z.strictObject({ type: z.literal('Stabilized'), ...common, details: stabilizedDetails }),
  z.strictObject({ type: z.literal('Revived'), ...common, details: revivedDetails }),
  z.strictObject({ type: z.literal('MaximumSet'), ...common, details: maximumSetDetails }),
  z.strictObject({ type: z.literal('MaximumAdjusted'), ...common, details: maximumAdjustedDetails }),
  z.strictObject({ type: z.literal('Rested'), ...common, details: restedDetails }),
  z.strictObject({
    type: z.literal('ConcentrationChanged'),
    ...common,
    details: concentrationChangedDetails,
  }),
  z.strictObject({ type: z.literal('DefensesSet'), ...common, details: defensesSetDetails }),
  z.strictObject({ type: z.literal('Edited'), ...common, details: editedDetails }),
]);
export type Event = z.infer<typeof eventSchema>;

/** What events are called. */
export type EventType = Event['type'];
/** What went into an event of this type, and what came of it. */
export type DetailsOf<Type extends EventType> = Extract<Event, { type: Type }>['details'];
