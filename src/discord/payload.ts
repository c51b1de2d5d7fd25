import { MessageFlags } from 'discord.js';
import type { APIInteractionResponseCallbackData } from 'discord.js';
import type { Reply } from '../replies/index.js';

/** A reply as Discord takes a message. It mentions no one. */
export function messageOf(reply: Reply): Omit<APIInteractionResponseCallbackData, 'flags'> {
  return { embeds: reply.embeds, components: reply.components ?? [], allowed_mentions: { parse: [] } };
}

/** The same as a message of its own, which can be for one person's eyes alone. */
export function newMessageOf(reply: Reply): APIInteractionResponseCallbackData {
  return { ...messageOf(reply), ...privately(reply.private) };
}

export function privately(isPrivate: boolean): { flags?: MessageFlags.Ephemeral } {
  return isPrivate ? { flags: MessageFlags.Ephemeral } : {};
}
