import { z } from 'zod';

const snowflake = z.string().regex(/^\d{17,20}$/);

export const characterSchema = z.strictObject({
  /** The id of its stream. */
  id: z.uuid(),
  name: z.string(),
  /** A player character, or a creature run by the DM. */
  kind: z.enum(['pc', 'npc']),
  /** Discord user id. */
  owner: snowflake,
  /** Set once it has left: its name is free again, its stream stays. */
  retired: z.literal(true).optional(),
});
export type Character = Readonly<z.infer<typeof characterSchema>>;

export const rosterSchema = z.strictObject({
  /** In the order in which they came. */
  characters: z.array(characterSchema),
  /** By Discord user id: the id of the character whom a command means that names none. */
  active: z.record(snowflake, z.uuid()),
  settings: z.strictObject({
    /** The edition of the SRD that decides. */
    rules: z.enum(['5.1', '5.2']),
  }),
});
/** Who is on a server. */
export type Roster = Readonly<z.infer<typeof rosterSchema>>;

export const emptyRoster: Roster = { characters: [], active: {}, settings: { rules: '5.2' } };

/** So many living characters a server can have: the roster's state rides on each of its events. */
export const mostCharacters = 200;
/** So many of those that left are still found by name; the events of all are kept. */
export const mostRetired = 100;
