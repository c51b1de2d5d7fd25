import { InteractionResponseType } from 'discord.js';
import type { Logger } from 'pino';
import type { Commands, Request } from '../../commands/index.js';
import type { Reply } from '../replies/index.js';
import type { DiscordClock } from './clock.js';
import type { Asks, Incoming } from './interaction.js';
import { messageOf, newMessageOf } from './payload.js';
import { Unanswerable } from './responder.js';
import type { Responder } from './responder.js';

/** What serving takes, whichever way the interaction came. */
export interface Service {
  commands: Commands;
  clock: DiscordClock;
  log: Logger;
}

/** Milliseconds since the interaction was made. */
const age = {
  /** Until here an answer is awaited, to be sent directly; after it the interaction is deferred. */
  direct: 2_000,
  /** From here on an answer would not reach Discord before it counts as none. */
  late: 2_600,
  /** Discord takes no first answer any more. */
  over: 3_000,
};

/** How long before `age.direct` whatever the answer waits for should have made up its mind. Milliseconds. */
const reserve = 200;

/**
 * Serves one interaction: directly when the answer is ready in time, else deferred and edited. One that is too late to be
 * answered is dropped, since its sender was told that it failed. Never rejects.
 */
export async function serve(incoming: Incoming, responder: Responder, service: Service): Promise<void> {
  const log = service.log.child({ interaction: incoming.id });
  const lateness = service.clock.now() - incoming.madeAt;
  if (lateness > age.late) {
    log.warn({ lateness }, 'dropped an interaction that came too late to be answered; nothing was done');
    return;
  }
  const unanswerable = new AbortController();
  const timer = setTimeout(() => unanswerable.abort(), age.over - lateness);
  try {
    await answer(incoming, responder, service, unanswerable, () => clearTimeout(timer));
  } catch (error) {
    if (error instanceof Unanswerable) unanswerable.abort();
    log.error({ err: error }, 'an interaction was not answered, or not to the end');
  } finally {
    clearTimeout(timer);
  }
}

async function answer(
  { asks, where, ...incoming }: Incoming,
  responder: Responder,
  { commands, clock }: Service,
  unanswerable: AbortController,
  answered: () => void,
): Promise<void> {
  if (where === undefined) return responder.first(firstResponse(asks, commands.onServersOnly()));
  const due = incoming.madeAt + age.direct - clock.ahead;
  const request: Request = {
    interaction: incoming.id,
    madeAt: incoming.madeAt,
    answerBy: due - reserve,
    locale: incoming.locale,
    ...where,
    signal: unanswerable.signal,
  };
  if (asks.kind === 'autocomplete') {
    const choices = await commands.suggest(asks.options, asks.focused, request);
    return responder.first({
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices },
    });
  }
  const pending =
    asks.kind === 'press'
      ? commands.press(asks.customId, request)
      : commands.run(asks.path, asks.options, request);
  const inTime = await Promise.race([pending, elapsed(due - Date.now())]);
  await responder.first(inTime === undefined ? deferral(asks) : firstResponse(asks, inTime));
  answered();
  const reply = inTime ?? (await pending);
  if (inTime === undefined) await fill(responder, asks, reply);
  if (reply.later !== undefined) await responder.edit(messageOf(await reply.later));
}

function elapsed(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds), undefined));
}

/** A press on a button changes the message that bears it, unless the answer is for the presser alone. */
function firstResponse(asks: Asks, reply: Reply) {
  return asks.kind === 'press' && !reply.private
    ? { type: InteractionResponseType.UpdateMessage as const, data: messageOf(reply) }
    : { type: InteractionResponseType.ChannelMessageWithSource as const, data: newMessageOf(reply) };
}

function deferral(asks: Asks) {
  return asks.kind === 'press'
    ? { type: InteractionResponseType.DeferredMessageUpdate as const }
    : { type: InteractionResponseType.DeferredChannelMessageWithSource as const };
}

/** After a deferral, which can't know yet whether the answer is for everyone. */
async function fill(responder: Responder, asks: Asks, reply: Reply): Promise<void> {
  if (!reply.private) return responder.edit(messageOf(reply));
  if (asks.kind !== 'press') await responder.remove();
  await responder.followUp(newMessageOf(reply));
}
