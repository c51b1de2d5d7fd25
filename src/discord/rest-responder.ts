import { setTimeout as sleep } from 'node:timers/promises';
import { REST } from '@discordjs/rest';
import { RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { Incoming } from './interaction.js';
import { isRefused } from './refused.js';
import { Unanswerable } from './responder.js';
import type { Responder } from './responder.js';
import { webhookOf } from './webhook.js';

/** How the REST interface is reached. */
export interface RestWays {
  /** For first answers: each try is short and the tries are counted here, since three seconds are all there is. */
  callbacks: REST;
  /** For the rest, with discord.js's own retries and rate limits. */
  messages: REST;
}

/** How long one try of a first answer may take. Milliseconds. */
const tryFor = 900;
/** Between two tries. Milliseconds. */
const pause = 100;
/** How long a request that timed out here may take to reach Discord after all. Milliseconds. */
const lateArrivalMs = 2_000;

/** @param api the address of Discord's REST interface, without its version. */
export function restWays(messages: REST, api: string): RestWays {
  return { messages, callbacks: new REST({ api, retries: 0, timeout: tryFor }) };
}

/**
 * Answers over Discord's REST interface, which is how an interaction that came by the gateway is answered.
 * @param until when Discord takes no first answer any more, milliseconds since 1970 by this machine's clock.
 */
export function restResponder(
  { id, application, token }: Pick<Incoming, 'id' | 'application' | 'token'>,
  ways: RestWays,
  until: number,
): Responder {
  const { isAnswered, ...following } = webhookOf({ application, token }, ways.messages);
  return {
    ...following,
    first: (response) =>
      first(
        () => ways.callbacks.post(Routes.interactionCallback(id, token), { ...response, auth: false }),
        isAnswered,
        until,
      ),
  };
}

async function first(
  send: () => Promise<unknown>,
  isTaken: () => Promise<boolean>,
  until: number,
): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await send();
      return;
    } catch (error) {
      const code = isRefused(error) ? error.code : undefined;
      // an earlier try of ours had arrived and only its answer was lost
      if (code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged && tries > 1) return;
      const isOver = Date.now() + pause > until;
      // what was promised to the sender has to be kept
      if (code === undefined && isOver && (await isTakenAtLast(isTaken))) return;
      if (code !== undefined || isOver)
        throw new Unanswerable('the first answer was not taken', { cause: error });
      await sleep(pause);
    }
  }
}

/** Checks again a little later: a request that timed out here may reach Discord after the first check. */
async function isTakenAtLast(isTaken: () => Promise<boolean>): Promise<boolean> {
  if (await isTaken()) return true;
  await sleep(lateArrivalMs);
  return isTaken();
}
