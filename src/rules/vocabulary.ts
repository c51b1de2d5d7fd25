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

export const amountSchema = z.int().min(0).max(highestAmount);
export const maximumSchema = z.int().min(1).max(highestAmount);
/** Left out of what is stored where it is not so. */
export const flag = z.literal(true).optional();
