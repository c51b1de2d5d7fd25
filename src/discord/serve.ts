import type { Logger } from 'pino';
import type { Commands, Request } from '../../commands/index.js';
import type { Form, Reply } from '../replies/index.js';
import type { Admission } from './admission.js';
import {
  bringsFiles,
  deferral,
  expectedPlace,
  firstResponse,
  howEnded,
  nameOf,
  offer,
  placeOf,
} from './answers.js';
import type { Place } from './answers.js';
import type { Asks } from './asks.js';
import type { DiscordClock } from './clock.js';
import type { Incoming } from './interaction.js';
import type { Ended, ServiceMeter } from './meter.js';
import { messageOf, newMessageOf } from './payload.js';
import { Unanswerable } from './responder.js';
import type { Responder } from './responder.js';

/** What serving takes, whichever way the interaction came. */
export interface Service {
  commands: Commands;
  clock: DiscordClock;
  admission: Admission;
  meter: ServiceMeter;
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
  const { clock, admission, meter } = service;
  const log = service.log.child({ interaction: incoming.id });
  const lateness = clock.now() - incoming.madeAt;
  const count = (how: Ended) =>
    meter.answered(nameOf(incoming.asks), how, (clock.now() - incoming.madeAt) / 1_000);
  if (lateness > age.late) {
    log.warn({ lateness }, 'dropped an interaction that came too late to be answered; nothing was done');
    count('late');
    return;
  }
  const leave = admission.enter(incoming.where?.server ?? '');
  const unanswerable = new AbortController();
  const timer = setTimeout(() => unanswerable.abort(), age.over - lateness);
  let end: () => void = () => undefined;
  const served = new Promise<void>((resolve) => (end = resolve));
  meter.begun();
  try {
    const { how, reply } =
      leave === undefined
        ? await turnAway(incoming, responder, service)
        : await answer(incoming, responder, service, {
            unanswerable,
            served,
            reached: () => clearTimeout(timer),
          });
    count(how);
    if (reply !== undefined) await finish(responder, reply);
  } catch (error) {
    if (error instanceof Unanswerable) {
      unanswerable.abort();
      count('unanswered');
    }
    log.error({ err: error }, 'an interaction was not answered, or not to the end');
  } finally {
    clearTimeout(timer);
    end();
    leave?.();
    meter.ended();
  }
}

/** There is no room: nothing is done, and the sender knows. */
async function turnAway(
  { asks, locale }: Incoming,
  responder: Responder,
  { commands, log }: Service,
): Promise<Answered> {
  log.warn('an interaction was turned away: too much is going on at once');
  await responder.first(asks.kind === 'autocomplete' ? offer([]) : firstResponse(commands.busy(locale)));
  return { how: 'busy' };
}

/** How far the serving of an interaction has come. */
interface Progress {
  /** Aborted once it can't be answered any more. */
  unanswerable: AbortController;
  /** Called once the sender has been answered, or knows that an answer comes. */
  reached: () => void;
  /** Resolves with its end. */
  served: Promise<void>;
}

/** @returns how the answer came out. */
async function answer(
  { asks, where, ...incoming }: Incoming,
  responder: Responder,
  { commands, clock }: Service,
  { unanswerable, reached, served }: Progress,
): Promise<Answered> {
  if (where === undefined) {
    await responder.first(firstResponse(commands.onServersOnly(incoming.locale)));
    return { how: 'refused' };
  }
  const due = incoming.madeAt + age.direct - clock.ahead;
  const request: Request = {
    interaction: incoming.id,
    madeAt: incoming.madeAt,
    answerBy: due - reserve,
    locale: incoming.locale,
    attachmentLimit: incoming.attachmentLimit,
    channels: incoming.channels,
    ...where,
    signal: unanswerable.signal,
    served,
  };
  if (asks.kind === 'autocomplete') {
    const { path, options, focused } = asks;
    await responder.first(offer(await commands.suggest(path, options, focused, request)));
    return { how: 'ok' };
  }
  const pending = dispatch(asks, commands, request);
  const inTime = await Promise.race([pending, elapsed(due - Date.now())]);
  if (inTime !== undefined && !bringsFiles(inTime)) {
    await responder.first(firstResponse(inTime));
    reached();
    return { how: howEnded(inTime), reply: inTime };
  }
  const expected = expectedPlace(asks, commands);
  const place = inTime === undefined ? expected : placeOf(inTime);
  await responder.first(deferral(place));
  reached();
  const late = await pending;
  const reply = 'form' in late ? commands.formTooLate(request.locale) : late;
  await fill(responder, reply, place);
  return { how: howEnded(reply), reply };
}

/** How an answer came out; and it, where more may follow. */
interface Answered {
  how: Ended;
  reply?: Reply | Form;
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

function elapsed(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds), undefined));
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
