import { z } from 'zod';

export const editions = ['5.1', '5.2'] as const;
/** Who may change the hit points of a player character: everyone; its owner and the DM; the DM. */
export const policies = ['everyone', 'owner', 'dm'] as const;
export type Policy = (typeof policies)[number];

const snowflake = z.string().regex(/^\d{17,20}$/);

export const characterSchema = z.strictObject({
  /** The id of its stream. */
  id: z.uuid(),
  name: z.string(),
  /** A player character, or a creature run by the DM. */
  kind: z.enum(['pc', 'npc']),
  /** Discord user id. */
  owner: snowflake,
  /** Players see how a hidden creature is, never its numbers. */
  hidden: z.boolean().exactOptional(),
  /** Set once it has left: its name is free again, its stream stays. */
  retired: z.literal(true).optional(),
});
export type Character = Readonly<z.infer<typeof characterSchema>>;

/** A channel that the bot keeps by itself. */
export const watchedSchema = z.strictObject({
  /** Discord channel id. */
  channel: snowflake,
  /** The Discord language that is spoken there: of whoever chose it. */
  locale: z.string(),
  /** Discord user id of whoever chose it, to be told when it can't be kept any more. */
  by: snowflake,
  /** The interaction by which it was chosen: the same channel chosen anew is another choice. */
  chosen: snowflake,
});

export const settingsSchema = z.strictObject({
  /** The edition of the SRD that decides. */
  rules: z.enum(editions),
  /** The Discord role whose members are the DM, beside whoever manages the server; `null` for none. */
  dmRole: snowflake.nullable(),
  whoMayChange: z.enum(policies),
  /** Where each event is posted; `null` and absent: nowhere. */
  feed: watchedSchema.nullable().exactOptional(),
  /** Where one message shows the party; `null` and absent: nowhere. */
  board: watchedSchema.nullable().exactOptional(),
});
export type Watched = Readonly<z.infer<typeof watchedSchema>>;
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export const rosterSchema = z.strictObject({
  /** In the order in which they came. */
  characters: z.array(characterSchema),
  /** By Discord user id: the id of the character whom a command means that names none. */
  active: z.record(snowflake, z.uuid()),
  settings: settingsSchema,
});
/** Who is on a server. */
export type Roster = Readonly<z.infer<typeof rosterSchema>>;

export const emptyRoster: Roster = {
  characters: [],
  active: {},
  settings: { rules: '5.2', dmRole: null, whoMayChange: 'everyone' },
};

/** So many living characters a server can have: the roster's state rides on each of its events. */
export const mostCharacters = 200;
/** So many of those that left are still found by name; the events of all are kept. */
export const mostRetired = 100;
