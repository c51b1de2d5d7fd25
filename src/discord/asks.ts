import { ApplicationCommandOptionType, ApplicationCommandType, InteractionType } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Options, Pressed } from '../../commands/index.js';
import { snowflake } from './snowflake.js';

/** What an interaction asks for. */
export type Asks =
  /** `path`: the words after the command's own name, `['character', 'add']` say. */
  | { kind: 'command'; path: string[]; options: Options }
  | { kind: 'autocomplete'; path: string[]; options: Options; focused: string }
  | ({ kind: 'press' } & Pressed)
  /** `fields`: what was filled into a form, by custom id; what was left empty is absent. */
  | { kind: 'submit'; customId: string; fields: Options }
  /** The menu on a person: their Discord user id. */
  | { kind: 'inspect'; person: string };

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

const command = z.object({
  type: z.literal(ApplicationCommandType.ChatInput),
  options: z.array(option).default([]),
});
const personMenu = z.object({ type: z.literal(ApplicationCommandType.User), target_id: snowflake });
const pressed = z.object({ custom_id: z.string(), values: z.array(z.string()).default([]) });
/** The message that bears what was pressed: its menus, and what they offer. */
const bearer = z.object({
  components: z
    .array(
      z.object({
        components: z
          .array(z.object({ options: z.array(z.object({ value: z.string() })).default([]) }))
          .default([]),
      }),
    )
    .default([]),
});
const form = z.object({ custom_id: z.string(), components: z.array(field) });
const kinds = z.discriminatedUnion('type', [
  z.object({
    type: z.literal(InteractionType.ApplicationCommand),
    data: z.discriminatedUnion('type', [command, personMenu]),
  }),
  z.object({ type: z.literal(InteractionType.ApplicationCommandAutocomplete), data: command }),
  z.object({ type: z.literal(InteractionType.MessageComponent), data: pressed, message: bearer }),
  z.object({ type: z.literal(InteractionType.ModalSubmit), data: form }),
]);

/**
 * What an interaction asks, of one as Discord sends it.
 * @throws {z.ZodError} where it lacks what is needed to understand it.
 */
export function readAsks(raw: unknown): Asks {
  const asked = kinds.parse(raw);
  const { type, data } = asked;
  switch (type) {
    case InteractionType.MessageComponent: {
      const menus = asked.message.components.flatMap(({ components }) => components);
      const offered = menus.flatMap(({ options }) => options.map(({ value }) => value));
      return { kind: 'press', customId: data.custom_id, chosen: data.values, offered };
    }
    case InteractionType.ModalSubmit:
      return { kind: 'submit', customId: data.custom_id, fields: new Map(data.components.flatMap(filledIn)) };
    case InteractionType.ApplicationCommand: {
      if (data.type === ApplicationCommandType.User) return { kind: 'inspect', person: data.target_id };
      const { path, options } = walk(data.options);
      return { kind: 'command', path, options };
    }
    case InteractionType.ApplicationCommandAutocomplete: {
      return { kind: 'autocomplete', ...walk(data.options) };
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
