import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord.js';
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
  /** The most that one file of an answer can have. Bytes. */
  attachmentLimit: number;
  /** Absent where it came from a direct message. */
  where?: { server: string; person: Person };
  asks: Asks;
}

export type Asks =
  /** `path`: the words after the command's own name, `['character', 'add']` say. */
  | { kind: 'command'; path: string[]; options: Options }
  | { kind: 'autocomplete'; options: Options; focused: string }
  | { kind: 'press'; customId: string }
  /** `fields`: what was filled into a form, by custom id; what was left empty is absent. */
  | { kind: 'submit'; customId: string; fields: Options }
  /** The menu on a person: their Discord user id. */
  | { kind: 'inspect'; person: string };

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

/** A part of a form, which may hold others. */
const field = z.object({
  custom_id: z.string().optional(),
  value: z.string().optional(),
  values: z.array(z.string()).optional(),
  get component() {
    return field.optional();
  },
  get components() {
    return z.array(field).optional();
  },
});
type Field = z.infer<typeof field>;

/** What Discord takes of everyone, in an interaction that does not tell. Bytes. */
const usualAttachmentLimit = 10 * 1024 * 1024;

const interaction = z.object({
  id: snowflake,
  application_id: snowflake,
  token: z.string().min(1),
  locale: z.string().default('en-US'),
  attachment_size_limit: z.int().min(1).default(usualAttachmentLimit),
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
const command = z.object({
  type: z.literal(ApplicationCommandType.ChatInput),
  options: z.array(option).default([]),
});
const personMenu = z.object({ type: z.literal(ApplicationCommandType.User), target_id: snowflake });
const form = z.object({ custom_id: z.string(), components: z.array(field) });
const kinds = z.discriminatedUnion('type', [
  z.object({
    type: z.literal(InteractionType.ApplicationCommand),
    data: z.discriminatedUnion('type', [command, personMenu]),
  }),
  z.object({ type: z.literal(InteractionType.ApplicationCommandAutocomplete), data: command }),
  z.object({ type: z.literal(InteractionType.MessageComponent), data: z.object({ custom_id: z.string() }) }),
  z.object({ type: z.literal(InteractionType.ModalSubmit), data: form }),
]);

/**
 * Reads an interaction as Discord sends it, by gateway or HTTP.
 * @throws {z.ZodError} where it lacks what is needed to answer it.
 */
export function readInteraction(raw: unknown): Incoming {
  const {
    id,
    application_id: application,
    token,
    guild_id: server,
    member,
    ...rest
  } = interaction.parse(raw);
  return {
    id,
    application,
    token,
    locale: rest.locale,
    attachmentLimit: rest.attachment_size_limit,
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
  switch (type) {
    case InteractionType.MessageComponent:
      return { kind: 'press', customId: data.custom_id };
    case InteractionType.ModalSubmit:
      return { kind: 'submit', customId: data.custom_id, fields: new Map(data.components.flatMap(filledIn)) };
    case InteractionType.ApplicationCommand: {
      if (data.type === ApplicationCommandType.User) return { kind: 'inspect', person: data.target_id };
      const { path, options } = walk(data.options);
      return { kind: 'command', path, options };
    }
    case InteractionType.ApplicationCommandAutocomplete: {
      const { options, focused } = walk(data.options);
      return { kind: 'autocomplete', options, focused };
    }
  }
}

/** Down through groups and subcommands to the options that were filled in. */
function walk(options: Option[], path: string[] = []): { path: string[]; options: Options; focused: string } {
  const [first] = options;
  if (
    first?.type === ApplicationCommandOptionType.SubcommandGroup ||
    first?.type === ApplicationCommandOptionType.Subcommand
  )
    return walk(first.options ?? [], [...path, first.name]);
  const filled = options.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const]));
  return { path, options: new Map(filled), focused: options.find((one) => one.focused)?.name ?? '' };
}

/** The fields of a part of a form; of a choice of several, the first. */
function filledIn(part: Field): [string, string][] {
  const value = part.value ?? part.values?.[0] ?? '';
  const own: [string, string][] =
    part.custom_id === undefined || value === '' ? [] : [[part.custom_id, value]];
  return [
    ...own,
    ...(part.component ? filledIn(part.component) : []),
    ...(part.components ?? []).flatMap(filledIn),
  ];
}
