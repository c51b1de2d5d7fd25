import { RESTJSONErrorCodes } from 'discord.js';

/** A request that Discord would refuse, in its own words. */
export class ApiRefusal extends Error {
  override name = 'ApiRefusal';

  constructor(
    readonly status: 400 | 401 | 403 | 404 | 413,
    readonly code: number,
    message: string,
    /** What is wrong with the body, by path, as Discord nests it. */
    readonly errors?: object,
  ) {
    super(message);
  }
}

type Status = ApiRefusal['status'];
const refusal = (status: Status, code: number, message: string) => () =>
  new ApiRefusal(status, code, message);
const codes = RESTJSONErrorCodes;

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes */
export const refusals = {
  unauthorized: refusal(401, 0, '401: Unauthorized'),
  notFound: refusal(404, 0, '404: Not Found'),
  unknownChannel: refusal(404, codes.UnknownChannel, 'Unknown Channel'),
  unknownCommand: refusal(404, codes.UnknownApplicationCommand, 'Unknown application command'),
  unknownGuild: refusal(404, codes.UnknownGuild, 'Unknown Guild'),
  unknownInteraction: refusal(404, codes.UnknownInteraction, 'Unknown interaction'),
  unknownMessage: refusal(404, codes.UnknownMessage, 'Unknown Message'),
  unknownWebhook: refusal(404, codes.UnknownWebhook, 'Unknown Webhook'),
  invalidWebhookToken: refusal(401, codes.InvalidWebhookToken, 'Invalid Webhook Token'),
  missingAccess: refusal(403, codes.MissingAccess, 'Missing Access'),
  missingPermissions: refusal(403, codes.MissingPermissions, 'Missing Permissions'),
  noDirectMessages: refusal(403, codes.CannotSendMessagesToThisUser, 'Cannot send messages to this user'),
  anothersMessage: refusal(
    403,
    codes.CannotEditMessageAuthoredByAnotherUser,
    'Cannot edit a message authored by another user',
  ),
  systemMessage: refusal(
    403,
    codes.CannotExecuteActionOnSystemMessage,
    'Cannot execute action on a system message',
  ),
  tooManyPins: refusal(
    400,
    codes.MaximumNumberOfPinsReachedForTheChannel,
    'Maximum number of pins reached (250)',
  ),
  invalidRecipient: refusal(400, codes.InvalidRecipients, 'Invalid Recipient(s)'),
  emptyMessage: refusal(400, codes.CannotSendAnEmptyMessage, 'Cannot send an empty message'),
  tooLarge: refusal(413, codes.RequestEntityTooLarge, 'Request entity too large'),
  alreadyAnswered: refusal(
    400,
    codes.InteractionHasAlreadyBeenAcknowledged,
    'Interaction has already been acknowledged.',
  ),
  tooManyCreations: refusal(
    400,
    codes.MaximumDailyApplicationCommandCreatesReached,
    'Max number of daily application command creates has been reached (200)',
  ),
};

/** @param most how many commands of a type there may be. */
export function tooManyCommands(most: number): ApiRefusal {
  const message = `Maximum number of application commands reached (${most})`;
  return new ApiRefusal(400, codes.MaximumNumberOfApplicationCommandsReached, message);
}

/** One thing that is wrong with a body. */
export interface Wrong {
  /** Where, `['embeds', 0, 'title']` say. */
  path: readonly PropertyKey[];
  code: string;
  message: string;
}

/** What is left out and must not be. */
export function required(...path: PropertyKey[]): Wrong {
  return { path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
}

interface Nested {
  _errors?: Omit<Wrong, 'path'>[];
  [step: string]: Nested | Omit<Wrong, 'path'>[] | undefined;
}

/** Code 50035, with each thing that is wrong in its place. */
export function invalidForm(wrongs: readonly Wrong[]): ApiRefusal {
  const errors: Nested = {};
  for (const { path, code, message } of wrongs) {
    const place = path.reduce<Nested>((at, step) => (at[String(step)] ??= {}) as Nested, errors);
    (place._errors ??= []).push({ code, message });
  }
  return new ApiRefusal(400, codes.InvalidFormBodyOrContentType, 'Invalid Form Body', errors);
}

/** @throws {ApiRefusal} where anything is wrong. */
export function refuseIf(wrongs: readonly Wrong[]): void {
  if (wrongs.length > 0) throw invalidForm(wrongs);
}
