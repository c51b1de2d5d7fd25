import { setTimeout as sleep } from 'node:timers/promises';
import type { REST } from '@discordjs/rest';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import type { APIInteractionResponse } from 'discord-api-types/v10';
import type { Incoming } from '../interaction.js';
import { isRefused } from '../refused.js';
import type { Responder } from '../responder.js';
import { webhookOf } from '../webhook.js';

/** Discord takes a moment to know of a first answer that it was given over HTTP. Milliseconds. */
const pauses = [100, 300, 1_000];

/**
 * Answers an interaction that came over HTTP: first in the response to its request, then over the REST interface.
 * @param respond gives the first answer; it never carries files.
 */
export function httpResponder(
  incoming: Pick<Incoming, 'application' | 'token'>,
  rest: REST,
  respond: (answer: APIInteractionResponse) => void,
): Responder {
  const webhook = webhookOf(incoming, rest);
  return {
    first({ body }) {
      respond(body);
      return Promise.resolve();
    },
    edit: (message) => onceKnown(() => webhook.edit(message)),
    remove: () => onceKnown(() => webhook.remove()),
    followUp: (message) => onceKnown(() => webhook.followUp(message)),
  };
}

/** Does what Discord refuses as long as it does not know of the first answer. */
async function onceKnown(ask: () => Promise<void>): Promise<void> {
  for (const pause of pauses)
    try {
      await ask();
      return;
    } catch (error) {
      const { UnknownWebhook, UnknownMessage } = RESTJSONErrorCodes;
      const isEarly = isRefused(error) && (error.code === UnknownWebhook || error.code === UnknownMessage);
      if (!isEarly) throw error;
      await sleep(pause);
    }
  await ask();
}
