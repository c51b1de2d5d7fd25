import { z } from 'zod';
import { recordedAmendmentSchema } from './corrections/amendment.js';
import { differences } from './corrections/details.js';
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
import { editions, flag, highestAmount, versionSchema } from './vocabulary.js';

const common = {
  /** The edition that it was decided by, and is replayed by. */
  rules: z.enum(editions),
  /** The signed net change of the current hit points. */
  change: z.int().min(-highestAmount).max(highestAmount),
  /** Why, in the words of whoever caused it. */
  note: z.string().optional(),
};

const damaged = { type: z.literal('Damaged'), details: damagedDetails };
const healed = { type: z.literal('Healed'), details: healedDetails };
const temporaryGranted = { type: z.literal('TemporaryGranted'), details: temporaryGrantedDetails };
const hitPointsSet = { type: z.literal('HitPointsSet'), details: hitPointsSetDetails };
const deathSaveRolled = { type: z.literal('DeathSaveRolled'), details: deathSaveRolledDetails };
const revived = { type: z.literal('Revived'), details: revivedDetails };
const maximumSet = { type: z.literal('MaximumSet'), details: maximumSetDetails };
const maximumAdjusted = { type: z.literal('MaximumAdjusted'), details: maximumAdjustedDetails };

const originals = [
  z.strictObject({ type: z.literal('Enrolled'), ...common, details: enrolledDetails }),
  z.strictObject({ ...common, ...damaged }),
  z.strictObject({ ...common, ...healed }),
  z.strictObject({ ...common, ...temporaryGranted }),
  z.strictObject({ ...common, ...hitPointsSet }),
  z.strictObject({ ...common, ...deathSaveRolled }),
  z.strictObject({ type: z.literal('Stabilized'), ...common, details: stabilizedDetails }),
  z.strictObject({ ...common, ...revived }),
  z.strictObject({ ...common, ...maximumSet }),
  z.strictObject({ ...common, ...maximumAdjusted }),
  z.strictObject({ type: z.literal('Rested'), ...common, details: restedDetails }),
  z.strictObject({
    type: z.literal('ConcentrationChanged'),
    ...common,
    details: concentrationChangedDetails,
  }),
  z.strictObject({ type: z.literal('DefensesSet'), ...common, details: defensesSetDetails }),
  z.strictObject({ type: z.literal('Edited'), ...common, details: editedDetails }),
] as const;

const originalTypes = originals.map((one) => one.shape.type.value);

/** What those events hold that can be amended. */
export const amendedSchema = z.discriminatedUnion('type', [
  z.strictObject(damaged),
  z.strictObject(healed),
  z.strictObject(temporaryGranted),
  z.strictObject(hitPointsSet),
  z.strictObject(deathSaveRolled),
  z.strictObject(revived),
  z.strictObject(maximumSet),
  z.strictObject(maximumAdjusted),
]);

/**
 * What happened to a character's hit points: what went in, with every die, and what the rules made of it; and what was taken
 * back or put right afterwards.
 */
export const eventSchema = z.discriminatedUnion('type', [
  ...originals,
  z.strictObject({
    type: z.literal('Reverted'),
    ...common,
    details: z.strictObject({
      /** Of the event that is taken back, which may be a correction itself. */
      version: versionSchema,
      /** Of the event that counts no more, or counts again: that one, or the one that it was about in the end. */
      entry: versionSchema,
      type: z.enum([...originalTypes, 'Amended']),
      /** It counts again: what is taken back is a taking back. */
      again: flag,
      /** Whom it was about in truth, by name. */
      to: z.string().optional(),
      ...differences,
    }),
  }),
  z.strictObject({
    type: z.literal('Amended'),
    ...common,
    details: z.strictObject({
      /** Of the event that was not as it was told. */
      version: versionSchema,
      /** What this one changes of it. */
      amendment: recordedAmendmentSchema,
      /** What it was in truth with all the amendments that held by then, decided where it happened; for whoever reads it. */
      as: amendedSchema,
      ...differences,
    }),
  }),
]);
export type Event = z.infer<typeof eventSchema>;

/** What events are called. */
export type EventType = Event['type'];
/** What went into an event of this type, and what came of it. */
export type DetailsOf<Type extends EventType> = Extract<Event, { type: Type }>['details'];
/** An event about another event. */
export type Correction = Extract<Event, { type: 'Reverted' | 'Amended' }>;
/** An event about hit points. */
export type Original = Exclude<Event, Correction>;
/** What those events hold that can be amended. */
export type Amended = z.infer<typeof amendedSchema>;
