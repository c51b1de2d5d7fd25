import { z } from 'zod';
import { damagedDetails } from './effects/damaged.js';
import { deathSaveRolledDetails } from './effects/death-save-rolled.js';
import { enrolledDetails } from './effects/enrolled.js';
import { healedDetails } from './effects/healed.js';
import { hitPointsSetDetails } from './effects/hit-points-set.js';
import { revivedDetails } from './effects/revived.js';
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
  z.strictObject({ type: z.literal('Revived'), ...common, details: revivedDetails }),
]);
export type Event = z.infer<typeof eventSchema>;
