import type { REST } from '@discordjs/rest';
import { RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { Incoming } from './interaction.js';
import { isRefused } from './refused.js';
import { resent } from './resent.js';
import type { Responder } from './responder.js';

interface Following extends Omit<Responder, 'first'> {
  /** Whether Discord has taken a first answer, as far as it can be asked. */
  isAnswered: () => Promise<boolean>;
}

/** What follows the first answer to an interaction, which Discord takes for fifteen minutes. */
export function webhookOf(
  { application, token }: Pick<Incoming, 'application' | 'token'>,
  rest: REST,
): Following {
  const original = Routes.webhookMessage(application, token, '@original');
  return {
    isAnswered: () =>
      resent(() => rest.get(original, { auth: false })).then(
        () => true,
        () => false,
      ),
    async edit(message) {
      await resent(() => rest.patch(original, { ...message, auth: false }));
    },
    async remove() {
      try {
        await resent(() => rest.delete(original, { auth: false }));
      } catch (error) {
        // an earlier try had arrived: one of ours, or one that discord.js repeated by itself
        if (!isUnknownMessage(error)) throw error;
      }
    },
    async followUp(message) {
      // better read twice than never
      await resent(() => rest.post(Routes.webhook(application, token), { ...message, auth: false }));
    },
  };
}

function isUnknownMessage(error: unknown): boolean {
  return isRefused(error) && error.code === RESTJSONErrorCodes.UnknownMessage;
}
