import { InteractionType } from 'discord.js';
import type { APIModalSubmitInteractionMetadata } from 'discord.js';
import type { Deed } from './deed.js';
import type { Circumstances } from './message.js';
import { userOf } from './resources.js';

type Metadata = NonNullable<Circumstances['metadata']>;

/** What a message tells of the interaction that caused it. */
export function metadataOf({ opener, ...deed }: Deed & { id: string }): Metadata {
  if (opener === undefined) return metadataOfOpener(deed);
  return {
    ...baseOf(deed),
    type: InteractionType.ModalSubmit,
    triggering_interaction_metadata: metadataOfOpener(opener),
  };
}

function baseOf({ id, person }: Deed & { id: string }) {
  return { id, user: userOf(person), authorizing_integration_owners: {} };
}

/** Of what needed no form before it. */
function metadataOfOpener(deed: Deed & { id: string }): Exclude<Metadata, APIModalSubmitInteractionMetadata> {
  const { type, command, target, source = '' } = deed;
  const base = baseOf(deed);
  if (type === InteractionType.MessageComponent) return { ...base, type, interacted_message_id: source };
  return {
    ...base,
    type: InteractionType.ApplicationCommand,
    ...(command !== undefined && { name: command }),
    ...(target !== undefined && { target_user: userOf(target) }),
  };
}
