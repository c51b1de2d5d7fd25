import { InteractionResponseType } from 'discord-api-types/v10';
import type { APIApplicationCommandOptionChoice, APIInteractionResponse } from 'discord-api-types/v10';
import type { Commands } from '../../commands/index.js';
import type { Form, Reply } from '../replies/index.js';
import type { Asks } from './asks.js';
import type { Ended } from './meter.js';
import { messageOf, newMessageOf, privately } from './payload.js';
import type { Payload } from './payload.js';

/** Where an answer goes: in place of the message whose button was pressed, to its asker alone, or to everyone. */
export type Place = ReturnType<Commands['answersPress']>;

export function placeOf(reply: Reply): Place {
  if (reply.inPlace) return 'in place';
  return reply.private ? 'privately' : 'openly';
}

/** As far as is known before there is an answer. */
export function expectedPlace(asks: Exclude<Asks, { kind: 'autocomplete' }>, commands: Commands): Place {
  if (asks.kind === 'press') return commands.answersPress(asks.customId);
  return asks.kind === 'command' && commands.isPrivate(asks.path) ? 'privately' : 'openly';
}

/** Files take a while to send, which the three seconds must not be spent on. */
export function bringsFiles(answer: Reply | Form): answer is Reply {
  return 'files' in answer && answer.files.length > 0;
}

export function firstResponse(reply: Reply | Form): Payload<APIInteractionResponse> {
  if ('form' in reply) return { body: { type: InteractionResponseType.Modal, data: reply.form }, files: [] };
  if (reply.inPlace) {
    const { body: data, files } = messageOf(reply);
    return { body: { type: InteractionResponseType.UpdateMessage, data }, files };
  }
  const { body: data, files } = newMessageOf(reply);
  return { body: { type: InteractionResponseType.ChannelMessageWithSource, data }, files };
}

export function deferral(place: Place): Payload<APIInteractionResponse> {
  const body: APIInteractionResponse =
    place === 'in place'
      ? { type: InteractionResponseType.DeferredMessageUpdate }
      : {
          type: InteractionResponseType.DeferredChannelMessageWithSource,
          data: privately(place === 'privately'),
        };
  return { body, files: [] };
}

/** What is offered while an option is typed. */
export function offer(choices: APIApplicationCommandOptionChoice<string>[]): Payload<APIInteractionResponse> {
  const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
  return { body: { type, data: { choices } }, files: [] };
}

/** What an interaction is counted as. */
export function nameOf(asks: Asks): string {
  switch (asks.kind) {
    case 'command':
      return asks.path.join(' ');
    case 'press':
      return 'button';
    case 'submit':
      return 'form';
    case 'inspect':
      return 'menu';
    case 'autocomplete':
      return asks.kind;
  }
}

export function howEnded(reply: Reply | Form): Ended {
  if ('form' in reply) return 'ok';
  return reply.failed ?? (reply.later === undefined ? 'ok' : 'not_known');
}
