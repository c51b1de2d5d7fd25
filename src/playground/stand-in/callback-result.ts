import { MessageFlags } from 'discord.js';
import type { InteractionResponseType, InteractionType } from 'discord.js';
import type { RESTPostAPIInteractionCallbackWithResponseResult } from 'discord.js';
import type { Posted } from './messages.js';

/**
 * What Discord tells of a first answer where it is asked to.
 * https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback
 */
export function resultOf(
  { id, type }: { id: string; type: InteractionType },
  answer: InteractionResponseType,
  posted: Posted | undefined,
): RESTPostAPIInteractionCallbackWithResponseResult {
  if (posted === undefined) return { interaction: { id, type }, resource: { type: answer } };
  const { message } = posted;
  const has = (flag: MessageFlags) => ((message.flags ?? 0) & flag) !== 0;
  return {
    interaction: {
      id,
      type,
      response_message_id: message.id,
      response_message_loading: has(MessageFlags.Loading),
      response_message_ephemeral: has(MessageFlags.Ephemeral),
    },
    resource: { type: answer, message },
  };
}
