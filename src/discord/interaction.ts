import { ApplicationCommandOptionType, InteractionType, PermissionFlagsBits } from 'discord.js';
import { z } from 'zod';
import type { Options, Person } from '../../commands/index.js';

/** An interaction as the commands understand it. */
export interface Incoming {
  id: string;
  /** Of the application, which names its webhook. */
  application: string;
  token: string;
  /** When it was made, by Discord's clock. Milliseconds since 1970. */
  madeAt: number;
  locale: string;
  /** Absent where it came from a direct message. */
  where?: { server: string; person: Person };
  asks: Asks;
}

export type Asks =
  /** `path`: the words after the command's own name, `['character', 'add']` say. */
  | { kind: 'command'; path: string[]; options: Options }
  | { kind: 'autocomplete'; options: Options; focused: string }
  | { kind: 'press'; customId: string };

const snowflake = z.string().regex(/^\d{17,20}$/);
const user = z.object({ id: snowflake, username: z.string(), global_name: z.string().nullish() });
const value = z.union([z.string(), z.number(), z.boolean()]);
const option = z.object({
  name: z.string(),
  type: z.int(),
  value: value.optional(),
  focused: z.boolean().optional(),
  get options() {
    return z.array(option).optional();
  },
});
type Option = z.infer<typeof option>;

const interaction = z.object({
  id: snowflake,
  application_id: snowflake,
  token: z.string().min(1),
  locale: z.string().default('en-US'),
  guild_id: snowflake.optional(),
  member: z
    .object({
      user,
      nick: z.string().nullish(),
      roles: z.array(snowflake),
      permissions: z.string().regex(/^\d+$/),
    })
    .optional(),
});
const command = z.object({ name: z.string(), options: z.array(option).default([]) });
const kinds = z.discriminatedUnion('type', [
  z.object({ type: z.literal(InteractionType.ApplicationCommand), data: command }),
  z.object({ type: z.literal(InteractionType.ApplicationCommandAutocomplete), data: command }),
  z.object({ type: z.literal(InteractionType.MessageComponent), data: z.object({ custom_id: z.string() }) }),
]);

/**
 * Reads an interaction as Discord sends it, by gateway or HTTP.
 * @throws {z.ZodError} where it lacks what is needed to answer it.
 */
export function readInteraction(raw: unknown): Incoming {
  const { id, application_id: application, token, locale, guild_id: server, member } = interaction.parse(raw);
  return {
    id,
    application,
    token,
    locale,
    madeAt: timeOf(id),
    asks: asksOf(kinds.parse(raw)),
    ...(server !== undefined && member !== undefined && { where: { server, person: personOf(member) } }),
  };
}

/** When Discord made an id. Milliseconds since 1970. https://discord.com/developers/docs/reference#snowflakes */
export function timeOf(snowflakeId: string): number {
  return Number(BigInt(snowflakeId) >> 22n) + 1_420_070_400_000;
}

function personOf(member: NonNullable<z.infer<typeof interaction>['member']>): Person {
  const { user, nick, roles, permissions } = member;
  const bits = BigInt(permissions);
  return {
    id: user.id,
    name: nick ?? user.global_name ?? user.username,
    roles,
    managesServer: (bits & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n,
  };
}

function asksOf({ type, data }: z.infer<typeof kinds>): Asks {
  if (type === InteractionType.MessageComponent) return { kind: 'press', customId: data.custom_id };
  const { path, leaves } = walk(data.options);
  const options = new Map(leaves.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])));
  if (type === InteractionType.ApplicationCommand) return { kind: 'command', path, options };
  return { kind: 'autocomplete', options, focused: leaves.find((leaf) => leaf.focused)?.name ?? '' };
}

/** Down through groups and subcommands to the options that were filled in. */
function walk(options: Option[], path: string[] = []): { path: string[]; leaves: Option[] } {
  const [first] = options;
  const goesOn =
    first?.type === ApplicationCommandOptionType.SubcommandGroup ||
    first?.type === ApplicationCommandOptionType.Subcommand;
  return goesOn ? walk(first.options ?? [], [...path, first.name]) : { path, leaves: options };
}
