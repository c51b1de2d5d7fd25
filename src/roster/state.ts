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
  /** Discord user id of who first had it, where it was handed over: it still counts to that person too. */
  addedBy: snowflake.exactOptional(),
  /**
   * Since when it is retired: its name is free again, its stream stays. ISO 8601, UTC; `true` where the roster did not record
   * the time yet.
   */
  retired: z.union([z.literal(true), z.iso.datetime({ precision: 3 })]).optional(),
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
  /** The living in the order in which they came, and among them the last ones that retired, in the order in which they left. */
  characters: z.array(characterSchema),
  /** How many events it is made of: the version of its stream. */
  version: z.int().min(0),
  /** How many ever retired. */
  retirements: z.int().min(0),
  /**
   * The version at which the roster still held those that retired before the ones it holds now. That state names a version
   * before it in turn, so all that ever retired can be found; absent where it holds them all.
   */
  earlier: z.int().min(1).exactOptional(),
  /** By Discord user id: the id of the character whom a command means that names none. */
  active: z.record(snowflake, z.uuid()),
  settings: settingsSchema,
});
/** Who is on a server. */
export type Roster = Readonly<z.infer<typeof rosterSchema>>;

export const emptyRoster: Roster = {
  characters: [],
  version: 0,
  retirements: 0,
  active: {},
  settings: { rules: '5.2', dmRole: null, whoMayChange: 'everyone' },
};

/** So many living characters a server can have: the roster's state rides on each of its events. */
export const mostCharacters = 200;
/** So many living characters one person can have, unless the DM adds them: nobody fills the roster alone. */
export const mostOfOnePerson = 25;
/** A roster's state holds at most so many of those that retired. */
export const mostRetired = 100;
/** With one more, so many of the last stay in it; all the others are found in the state before. */
export const keptRetired = 51;
/** So many people who have no living character of their own can have chosen another's. */
export const mostGuests = 100;
