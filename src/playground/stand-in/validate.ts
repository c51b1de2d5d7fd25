import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionResponseType,
  InteractionType,
} from 'discord.js';
import type { APIApplicationCommand, RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ApplicationCommandUpdateRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  IncomingWebhookInteractionRequestSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import type { APIInteractionResponse } from 'discord.js';
import { z } from 'zod';
import { isEmpty, wrongWithCommand, wrongWithMessage } from './limits.js';
import { invalidForm, refusals } from './refusal.js';
import type { Wrong } from './refusal.js';

/** The body of a message, once it passed. */
export interface MessageBody {
  content?: string | null;
  embeds?: object[] | null;
  components?: object[] | null;
  flags?: number | null;
  allowed_mentions?: { parse?: string[]; users?: string[]; roles?: string[] } | null;
}

/** Checks a body by Discord's published schema. @throws {ApiRefusal} */
function check(schema: z.ZodType, body: unknown, path: readonly PropertyKey[] = []): void {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw invalidForm(flat(parsed.error.issues, path));
}

/** The issues of unions are those of the alternative that came nearest. */
function flat(issues: readonly z.core.$ZodIssue[], path: readonly PropertyKey[]): Wrong[] {
  return issues.flatMap((issue) => {
    const here = [...path, ...issue.path];
    const alternatives = issue.code === 'invalid_union' ? issue.errors : [];
    const [nearest] = alternatives.map((one) => flat(one, here)).sort((a, b) => a.length - b.length);
    return nearest ?? [{ path: here, code: 'BASE_TYPE_BAD', message: issue.message }];
  });
}

/** @throws {ApiRefusal} where Discord would refuse these commands. */
export function checkCommands(body: unknown): RESTPostAPIApplicationCommandsJSONBody[] {
  const commands = z.array(z.looseObject({ name: z.string() })).safeParse(body);
  if (!commands.success) throw invalidForm(flat(commands.error.issues, []));
  const wrongs = commands.data.flatMap((command, index): Wrong[] => {
    // the schema has a number where Discord takes a string
    const { default_member_permissions: permissions, ...rest } = command;
    const comparable =
      typeof permissions === 'string'
        ? { ...rest, default_member_permissions: Number(permissions) }
        : command;
    const parsed = ApplicationCommandUpdateRequestSchema.safeParse(comparable);
    const bySchema = parsed.success ? [] : flat(parsed.error.issues, [index]);
    return [
      ...bySchema,
      ...wrongWithCommand(command).map((wrong) => ({ ...wrong, path: [index, ...wrong.path] })),
    ];
  });
  if (wrongs.length > 0) throw invalidForm(wrongs);
  return commands.data as unknown as RESTPostAPIApplicationCommandsJSONBody[];
}

/** What Discord fills in by itself. */
export function filledIn(
  command: RESTPostAPIApplicationCommandsJSONBody,
  application: string,
  id: string,
  version: string,
) {
  return {
    default_member_permissions: null,
    nsfw: false,
    type: ApplicationCommandType.ChatInput,
    contexts: null,
    integration_types: [ApplicationIntegrationType.GuildInstall],
    name_localizations: null,
    description_localizations: null,
    ...command,
    id,
    application_id: application,
    version,
  } as APIApplicationCommand;
}

const callbackSchemas: Partial<Record<InteractionResponseType, z.ZodType>> = {
  [InteractionResponseType.ChannelMessageWithSource]: CreateMessageInteractionCallbackRequestSchema,
  [InteractionResponseType.DeferredChannelMessageWithSource]: CreateMessageInteractionCallbackRequestSchema,
  [InteractionResponseType.DeferredMessageUpdate]: UpdateMessageInteractionCallbackRequestSchema,
  [InteractionResponseType.UpdateMessage]: UpdateMessageInteractionCallbackRequestSchema,
  [InteractionResponseType.ApplicationCommandAutocompleteResult]:
    ApplicationCommandAutocompleteCallbackRequestSchema,
  [InteractionResponseType.Modal]: ModalInteractionCallbackRequestSchema,
};

const message = [
  InteractionResponseType.ChannelMessageWithSource,
  InteractionResponseType.DeferredChannelMessageWithSource,
];
const update = [InteractionResponseType.UpdateMessage, InteractionResponseType.DeferredMessageUpdate];
/** Which answers fit which interaction. */
const fitting: Record<InteractionType, InteractionResponseType[]> = {
  [InteractionType.Ping]: [InteractionResponseType.Pong],
  [InteractionType.ApplicationCommand]: [...message, InteractionResponseType.Modal],
  [InteractionType.ApplicationCommandAutocomplete]: [
    InteractionResponseType.ApplicationCommandAutocompleteResult,
  ],
  [InteractionType.MessageComponent]: [...message, ...update, InteractionResponseType.Modal],
  [InteractionType.ModalSubmit]: [...message, ...update],
};

/** @throws {ApiRefusal} where Discord would refuse this first answer. */
export function checkCallback(type: InteractionType, body: unknown): APIInteractionResponse {
  const kind = z.object({ type: z.enum(InteractionResponseType) }).safeParse(body);
  const schema =
    kind.success && fitting[type].includes(kind.data.type) ? callbackSchemas[kind.data.type] : undefined;
  if (!kind.success || schema === undefined) {
    const choices = fitting[type].join(', ');
    throw invalidForm([
      { path: ['type'], code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${choices}}.` },
    ]);
  }
  check(schema, body);
  const response = body as APIInteractionResponse;
  if (response.type === InteractionResponseType.ChannelMessageWithSource)
    checkMessage(response.data, true, ['data']);
  if (response.type === InteractionResponseType.UpdateMessage)
    checkMessage(response.data ?? {}, false, ['data']);
  return response;
}

/** @throws {ApiRefusal} where Discord would refuse this follow-up. */
export function checkFollowUp(body: unknown): MessageBody {
  check(IncomingWebhookInteractionRequestSchema, body);
  checkMessage(body as MessageBody, true, []);
  return body as MessageBody;
}

/** @throws {ApiRefusal} where Discord would refuse this as a message of the bot's own. */
export function checkOwnMessage(body: unknown): MessageBody {
  check(MessageCreateRequestSchema, body);
  checkMessage(body as MessageBody, true, []);
  return body as MessageBody;
}

/** @throws {ApiRefusal} where Discord would refuse this edit of a message of the bot's own. */
export function checkOwnEdit(body: unknown): MessageBody {
  check(MessageEditRequestPartialSchema, body);
  checkMessage(body as MessageBody, false, []);
  return body as MessageBody;
}

/** @throws {ApiRefusal} where Discord would refuse this edit. */
export function checkEdit(body: unknown): MessageBody {
  check(IncomingWebhookUpdateRequestPartialSchema, body);
  checkMessage(body as MessageBody, false, []);
  return body as MessageBody;
}

function checkMessage(body: object, isNew: boolean, path: PropertyKey[]): void {
  const wrongs = wrongWithMessage(body).map((wrong) => ({ ...wrong, path: [...path, ...wrong.path] }));
  if (wrongs.length > 0) throw invalidForm(wrongs);
  if (isNew && isEmpty(body, 0)) throw refusals.emptyMessage();
}
