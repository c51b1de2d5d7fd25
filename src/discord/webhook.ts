import type { REST } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import type { Incoming } from './interaction.js';
import type { Responder } from './responder.js';

/** What follows the first answer to an interaction, which Discord takes for fifteen minutes. */
export function webhookOf(
  { application, token }: Pick<Incoming, 'application' | 'token'>,
  rest: REST,
): Omit<Responder, 'first'> {
  const original = Routes.webhookMessage(application, token, '@original');
  return {
    async edit(message) {
      await rest.patch(original, { ...message, auth: false });
    },
    async remove() {
      await rest.delete(original, { auth: false });
    },
    async followUp(message) {
      await rest.post(Routes.webhook(application, token), { ...message, auth: false });
    },
  };
}
