import type { APIAllowedMentions, APIEmbed, APIMessageTopLevelComponent } from 'discord.js';
import {
  IncomingWebhookInteractionRequestSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
} from 'discord-api-spec/zod';
import type { z } from 'zod';
import { refuseIf, refusals } from '../refusal.js';
import type { Wrong } from '../refusal.js';
import { wrongWithComponents } from './components.js';
import { wrongWithEmbeds } from './embeds.js';
import { bySchema } from './schema.js';

/** The body of a message, once it passed. */
export interface MessageBody {
  content?: string | null;
  embeds?: APIEmbed[] | null;
  components?: APIMessageTopLevelComponent[] | null;
  flags?: number | null;
  allowed_mentions?: APIAllowedMentions | null;
  /** Which files the message is to have: new ones by their place among those sent, old ones by their id. */
  attachments?: { id: string | number; filename?: string; description?: string }[] | null;
  nonce?: string | number | null;
  enforce_nonce?: boolean | null;
}

/** @param files how many come with it. @throws {ApiRefusal} where Discord would refuse this after the first answer. */
export function checkedFollowUp(body: unknown, files: number): MessageBody {
  return newMessage(IncomingWebhookInteractionRequestSchema, body, files);
}

/** @throws {ApiRefusal} where Discord would refuse this as a message of the bot's own. */
export function checkedOwnMessage(body: unknown, files: number): MessageBody {
  return newMessage(MessageCreateRequestSchema, body, files);
}

/** @throws {ApiRefusal} where Discord would refuse this in the place of an answer. */
export function checkedEdit(body: unknown): MessageBody {
  return passed(IncomingWebhookUpdateRequestPartialSchema, body);
}

/** @throws {ApiRefusal} where Discord would refuse this in the place of a message of the bot's own. */
export function checkedOwnEdit(body: unknown): MessageBody {
  return passed(MessageEditRequestPartialSchema, body);
}

function newMessage(schema: z.ZodType, body: unknown, files: number): MessageBody {
  const message = passed(schema, body);
  if (isEmpty(message, files)) throw refusals.emptyMessage();
  return message;
}

function passed(schema: z.ZodType, body: unknown): MessageBody {
  refuseIf(bySchema(schema, comparable(body)));
  const message = body as MessageBody;
  refuseIf(wrongWithMessage(message));
  return message;
}

/** The schema has a string for an attachment's id, where Discord takes a number too. */
export function comparable(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('attachments' in body)) return body;
  if (!Array.isArray(body.attachments)) return body;
  const attachments = body.attachments.map((one: unknown) =>
    typeof one === 'object' && one !== null && 'id' in one ? { ...one, id: String(one.id) } : one,
  );
  return { ...body, attachments };
}

/** Discord's limits that its published schema does not tell. */
export function wrongWithMessage({ embeds, components, allowed_mentions: allowed }: MessageBody): Wrong[] {
  const under = (name: string, wrongs: Wrong[]) =>
    wrongs.map((wrong) => ({ ...wrong, path: [name, ...wrong.path] }));
  return [
    ...under('embeds', wrongWithEmbeds(embeds ?? [])),
    ...under('components', wrongWithComponents(components ?? [])),
    ...under('allowed_mentions', wrongWithMentions(allowed ?? {})),
  ];
}

/** To allow all of a kind and to name some of it excludes each other. */
function wrongWithMentions({ parse = [], users = [], roles = [] }: APIAllowedMentions): Wrong[] {
  const named = { users, roles, everyone: [] };
  return parse
    .filter((kind) => named[kind].length > 0)
    .map((kind) => ({
      path: ['parse'],
      code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
    }));
}

/** @param files how many the message has. */
export function isEmpty({ content, embeds, components }: MessageBody, files: number): boolean {
  return !content?.trim() && !embeds?.length && !components?.length && files === 0;
}
