import { InteractionType } from 'discord.js';
import type { Deed } from './interactions.js';
import type { Circumstances } from './messages.js';
import { userOf } from './world.js';

/** What a message tells of the interaction that caused it. */
export function metadataOf({
  id,
  type,
  person,
  command,
  source = '',
}: Deed & { id: string }): NonNullable<Circumstances['metadata']> {
  const user = userOf(person);
  const base = { id, user, authorizing_integration_owners: {} };
  if (type === InteractionType.MessageComponent) return { ...base, type, interacted_message_id: source };
  return {
    ...base,
    type: InteractionType.ApplicationCommand,
    ...(command !== undefined && { name: command }),
  };
}
