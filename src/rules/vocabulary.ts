/** The words and bounds that states, commands and events have in common. */
import { z } from 'zod';

/** Editions of the System Reference Document: 5.1 (2014 rules) and 5.2.1 (2024 rules). */
export const editions = ['5.1', '5.2'] as const;
export type Edition = (typeof editions)[number];

/** SRD 5.2.1, "Damage Types". */
export const damageTypes = [
  'acid',
  'bludgeoning',
  'cold',
  'fire',
  'force',
  'lightning',
  'necrotic',
  'piercing',
  'poison',
  'psychic',
  'radiant',
  'slashing',
  'thunder',
] as const;
export type DamageType = (typeof damageTypes)[number];

/** A player character, or a creature run by the DM. */
export const kinds = ['pc', 'npc'] as const;
export type Kind = (typeof kinds)[number];

/** `stable` is unconscious without death saves to make: at 0 hit points or, knocked out by 5.2's rules, at 1. */
export const conditions = ['up', 'dying', 'stable', 'dead'] as const;

/** The most that one amount can be, and the highest hit point maximum. */
export const highestAmount = 9_999;
/** The highest bonus to a death save, and the lowest with a minus. */
export const highestBonus = 20;
/** The most by which damage is adjusted, up or down. */
export const highestAdjustment = 999;
/** The most parts that damage comes in. */
export const mostParts = 20;
/** The longest note, in code points. */
export const longestNote = 200;
/** The longest name of what is concentrated on, in code points. */
export const longestConcentration = 60;
/** The longest text about how dice fell, in UTF-16 units. */
export const longestRolled = 1_000;
/** The sides that a hit die can have: what the classes of both editions roll, and the smallest and largest creatures. */
export const hitDieSides: readonly number[] = [4, 6, 8, 10, 12, 20];
/** The most hit dice of one kind. */
export const highestHitDice = 100;
/** The bounds of a Constitution modifier. */
export const lowestConstitution = -10;
export const highestConstitution = 20;

/** The number of an event in its stream. */
export const versionSchema = z.int().min(1);
export const amountSchema = z.int().min(0).max(highestAmount);
export const maximumSchema = z.int().min(1).max(highestAmount);
/** A flat bonus or penalty. */
export const adjustmentSchema = z.int().min(-highestAdjustment).max(highestAdjustment);
/** The name of what is concentrated on. */
export const concentrationSchema = z.string().min(1);
export const constitutionSchema = z.int().min(lowestConstitution).max(highestConstitution);
export const hitDieSchema = z.int().refine((die) => hitDieSides.includes(die));
/** How the dice of an amount fell, as a person reads it (`2d6+3: [4, 5]+3`). The rules do not look at it. */
export const rolledSchema = z.string().max(longestRolled).optional();
/** Left out of what is stored where it is not so. */
export const flag = z.literal(true).optional();
