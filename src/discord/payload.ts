import type { RawFile } from '@discordjs/rest';
import { MessageFlags } from 'discord-api-types/v10';
import type { APIInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Reply } from '../replies/index.js';

/** A message as Discord takes it: the files go beside the body. */
export interface Payload<Body = APIInteractionResponseCallbackData> {
  body: Body;
  files: RawFile[];
}

/** A reply as Discord takes a message. It mentions no one. */
export function messageOf(reply: Reply): Payload<Omit<APIInteractionResponseCallbackData, 'flags'>> {
  const { embeds, components = [], files = [] } = reply;
  return {
    body: {
      embeds,
      components,
      allowed_mentions: { parse: [] },
      ...(files.length > 0 && {
        attachments: files.map(({ name, description }, id) => ({
          id,
          filename: name,
          ...(description !== undefined && { description }),
        })),
      }),
    },
    files: files.map(({ name, contentType, data }) => ({
      name,
      contentType,
      data: Buffer.from(data.buffer, data.byteOffset, data.byteLength),
    })),
  };
}

/** The same as a message of its own, which can be for one person's eyes alone. */
export function newMessageOf(reply: Reply): Payload {
  const { body, files } = messageOf(reply);
  return { body: { ...body, ...privately(reply.private) }, files };
}

export function privately(isPrivate: boolean): { flags?: MessageFlags.Ephemeral } {
  return isPrivate ? { flags: MessageFlags.Ephemeral } : {};
}
