import { InteractionType } from 'discord.js';
import type { APIApplicationCommandOptionChoice } from 'discord.js';
import type { OpenModal } from '../protocol.js';

/** What became of an interaction, as the person who made it sees it. */
export type Outcome =
  | { kind: 'message'; messageId: string; ephemeral: boolean; deferred: boolean }
  | { kind: 'updated'; messageId: string }
  | { kind: 'acknowledged' }
  | { kind: 'choices'; choices: APIApplicationCommandOptionChoice[] }
  | { kind: 'modal'; modal: OpenModal }
  /** In the words of Discord's client. */
  | { kind: 'failed'; reason: string };

/** What Discord's client says where no answer came. */
export function failureOf(type: InteractionType): Outcome {
  const reasons: Partial<Record<InteractionType, string>> = {
    [InteractionType.ApplicationCommand]: 'The application did not respond',
    [InteractionType.ApplicationCommandAutocomplete]: 'Loading options failed',
    [InteractionType.ModalSubmit]: 'Something went wrong. Try again.',
  };
  return { kind: 'failed', reason: reasons[type] ?? 'This interaction failed' };
}
