import { InteractionResponseType as Answer, InteractionType } from 'discord.js';
import type { APIInteractionResponse } from 'discord.js';
import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import { z } from 'zod';
import { invalidForm, refuseIf, refusals } from '../refusal.js';
import type { Wrong } from '../refusal.js';
import { comparable, isEmpty, wrongWithMessage } from './message.js';
import type { MessageBody } from './message.js';
import { wrongWithModal } from './modal.js';
import { bySchema } from './schema.js';

const schemas = new Map<Answer, z.ZodType>([
  [Answer.ChannelMessageWithSource, CreateMessageInteractionCallbackRequestSchema],
  [Answer.DeferredChannelMessageWithSource, CreateMessageInteractionCallbackRequestSchema],
  [Answer.DeferredMessageUpdate, UpdateMessageInteractionCallbackRequestSchema],
  [Answer.UpdateMessage, UpdateMessageInteractionCallbackRequestSchema],
  [Answer.ApplicationCommandAutocompleteResult, ApplicationCommandAutocompleteCallbackRequestSchema],
  [Answer.Modal, ModalInteractionCallbackRequestSchema],
]);

const message = [Answer.ChannelMessageWithSource, Answer.DeferredChannelMessageWithSource];
const update = [Answer.UpdateMessage, Answer.DeferredMessageUpdate];
/** Which answers fit which interaction. */
const fitting: Record<InteractionType, Answer[]> = {
  [InteractionType.Ping]: [Answer.Pong],
  [InteractionType.ApplicationCommand]: [...message, Answer.Modal],
  [InteractionType.ApplicationCommandAutocomplete]: [Answer.ApplicationCommandAutocompleteResult],
  [InteractionType.MessageComponent]: [...message, ...update, Answer.Modal],
  [InteractionType.ModalSubmit]: [...message, ...update],
};

const anyAnswer = z.looseObject({ type: z.enum(Answer), data: z.unknown().optional() });
/** A choice's value is as long as its name may be; the schema takes more. */
const longestValue = 100;

/** @param files how many come with it. @throws {ApiRefusal} where Discord would refuse this first answer. */
export function checkedCallback(type: InteractionType, body: unknown, files: number): APIInteractionResponse {
  const answer = anyAnswer.safeParse(body).data;
  const schema =
    answer !== undefined && fitting[type].includes(answer.type) ? schemas.get(answer.type) : undefined;
  if (answer === undefined || schema === undefined) {
    const message = `Value must be one of {${fitting[type].join(', ')}}.`;
    throw invalidForm([{ path: ['type'], code: 'BASE_TYPE_CHOICES', message }]);
  }
  refuseIf(bySchema(schema, { ...answer, data: comparable(answer.data) }));
  const response = body as APIInteractionResponse;
  refuseIf(wrongWith(response).map((wrong) => ({ ...wrong, path: ['data', ...wrong.path] })));
  if (response.type === Answer.ChannelMessageWithSource && isEmpty(dataOf(response), files))
    throw refusals.emptyMessage();
  return response;
}

function wrongWith(response: APIInteractionResponse): Wrong[] {
  switch (response.type) {
    case Answer.ChannelMessageWithSource:
    case Answer.UpdateMessage:
      return wrongWithMessage(dataOf(response));
    case Answer.Modal:
      return wrongWithModal(response.data);
    case Answer.ApplicationCommandAutocompleteResult:
      return (response.data.choices ?? []).flatMap(({ value }, index) =>
        String(value).length > longestValue
          ? [
              {
                path: ['choices', index, 'value'],
                code: 'BASE_TYPE_MAX_LENGTH',
                message: `Must be ${longestValue} or fewer in length.`,
              },
            ]
          : [],
      );
    default:
      return [];
  }
}

/** The message of an answer that is one; Discord takes an answer without as an empty one. */
export function dataOf({ data }: { data?: unknown }): MessageBody {
  return data ?? {};
}
