import { InteractionResponseType } from 'discord-api-types/v10';
import type { APIInteractionResponse } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Commands, Request } from '../../commands/index.js';
import type { Form, Reply } from '../replies/index.js';
import type { Asks } from './asks.js';
import type { DiscordClock } from './clock.js';
import type { Incoming } from './interaction.js';
import { messageOf, newMessageOf, privately } from './payload.js';
import type { Payload } from './payload.js';
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
  if (where === undefined) return responder.first(firstResponse(commands.onServersOnly(incoming.locale)));
  const due = incoming.madeAt + age.direct - clock.ahead;
  const request: Request = {
    interaction: incoming.id,
    madeAt: incoming.madeAt,
    answerBy: due - reserve,
    locale: incoming.locale,
    attachmentLimit: incoming.attachmentLimit,
    ...where,
    signal: unanswerable.signal,
  };
  if (asks.kind === 'autocomplete') {
    const choices = await commands.suggest(asks.options, asks.focused, request);
    const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
    return responder.first({ body: { type, data: { choices } }, files: [] });
  }
  const pending = dispatch(asks, commands, request);
  const inTime = await Promise.race([pending, elapsed(due - Date.now())]);
  if (inTime !== undefined && !bringsFiles(inTime)) {
    await responder.first(firstResponse(inTime));
    answered();
    return finish(responder, inTime);
  }
  const expected = expectedPlace(asks, commands);
  const place = inTime === undefined ? expected : placeOf(inTime);
  await responder.first(deferral(place));
  answered();
  const late = await pending;
  const reply = 'form' in late ? commands.formTooLate(request.locale) : late;
  await fill(responder, reply, place);
  await finish(responder, reply);
}

/** Where an answer goes: in place of the message whose button was pressed, to its asker alone, or to everyone. */
type Place = ReturnType<Commands['answersPress']>;

function placeOf(reply: Reply): Place {
  if (reply.inPlace) return 'in place';
  return reply.private ? 'privately' : 'openly';
}

/** As far as is known before there is an answer. */
function expectedPlace(asks: Exclude<Asks, { kind: 'autocomplete' }>, commands: Commands): Place {
  if (asks.kind === 'press') return commands.answersPress(asks.customId);
  return asks.kind === 'command' && commands.isPrivate(asks.path) ? 'privately' : 'openly';
}

function dispatch(
  asks: Exclude<Asks, { kind: 'autocomplete' }>,
  commands: Commands,
  request: Request,
): Promise<Reply | Form> {
  switch (asks.kind) {
    case 'command':
      return commands.run(asks.path, asks.options, request);
    case 'press':
      return commands.press(asks, request);
    case 'submit':
      return commands.submit(asks.customId, asks.fields, request);
    case 'inspect':
      return commands.inspect(asks.person, request);
  }
}

/** Files take a while to send, which the three seconds must not be spent on. */
function bringsFiles(answer: Reply | Form): answer is Reply {
  return 'files' in answer && answer.files.length > 0;
}

function elapsed(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds), undefined));
}

function firstResponse(reply: Reply | Form): Payload<APIInteractionResponse> {
  if ('form' in reply) return { body: { type: InteractionResponseType.Modal, data: reply.form }, files: [] };
  if (reply.inPlace) {
    const { body: data, files } = messageOf(reply);
    return { body: { type: InteractionResponseType.UpdateMessage, data }, files };
  }
  const { body: data, files } = newMessageOf(reply);
  return { body: { type: InteractionResponseType.ChannelMessageWithSource, data }, files };
}

function deferral(place: Place): Payload<APIInteractionResponse> {
  const body: APIInteractionResponse =
    place === 'in place'
      ? { type: InteractionResponseType.DeferredMessageUpdate }
      : {
          type: InteractionResponseType.DeferredChannelMessageWithSource,
          data: privately(place === 'privately'),
        };
  return { body, files: [] };
}

/** After a deferral, which may not have known where the answer goes. */
async function fill(responder: Responder, reply: Reply, place: Place): Promise<void> {
  if (placeOf(reply) === place) return responder.edit(messageOf(reply));
  // what was deferred in place is the message with the button, and stays
  if (place !== 'in place') await responder.remove();
  await responder.followUp(newMessageOf(reply));
}

/** All that follows the first answer: what became of it, and further messages. */
async function finish(responder: Responder, answer: Reply | Form): Promise<void> {
  if ('form' in answer) return;
  const { later } = answer;
  const last = later === undefined ? answer : await later;
  if (later !== undefined) await responder.edit(messageOf(last));
  for await (const reply of last.after ?? []) await responder.followUp(newMessageOf(reply));
}
