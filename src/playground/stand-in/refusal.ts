import { RESTJSONErrorCodes } from 'discord.js';

/** A request that Discord would refuse, in its own words. */
export class ApiRefusal extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 429,
    readonly code: number,
    message: string,
    /** What is wrong with the body, by path, as Discord nests it. */
    readonly errors?: object,
  ) {
    super(message);
  }
}

export const refusals = {
  unauthorized: () => new ApiRefusal(401, 0, '401: Unauthorized'),
  notFound: () => new ApiRefusal(404, 0, '404: Not Found'),
  unknownInteraction: () => new ApiRefusal(404, RESTJSONErrorCodes.UnknownInteraction, 'Unknown interaction'),
  acknowledged: () =>
    new ApiRefusal(
      400,
      RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
      'Interaction has already been acknowledged.',
    ),
  unknownWebhook: () => new ApiRefusal(404, RESTJSONErrorCodes.UnknownWebhook, 'Unknown Webhook'),
  invalidWebhookToken: () =>
    new ApiRefusal(401, RESTJSONErrorCodes.InvalidWebhookToken, 'Invalid Webhook Token'),
  unknownMessage: () => new ApiRefusal(404, RESTJSONErrorCodes.UnknownMessage, 'Unknown Message'),
  unknownChannel: () => new ApiRefusal(404, RESTJSONErrorCodes.UnknownChannel, 'Unknown Channel'),
  missingAccess: () => new ApiRefusal(403, RESTJSONErrorCodes.MissingAccess, 'Missing Access'),
  missingPermissions: () => new ApiRefusal(403, RESTJSONErrorCodes.MissingPermissions, 'Missing Permissions'),
  tooManyCommands: () =>
    new ApiRefusal(
      400,
      RESTJSONErrorCodes.MaximumDailyApplicationCommandCreatesReached,
      'Max number of daily application command creates has been reached (200)',
    ),
  emptyMessage: () =>
    new ApiRefusal(400, RESTJSONErrorCodes.CannotSendAnEmptyMessage, 'Cannot send an empty message'),
};

/** One thing that is wrong with a body. */
export interface Wrong {
  /** Where, `['embeds', 0, 'title']` say. */
  path: readonly PropertyKey[];
  code: string;
  message: string;
}

/** Code 50035, with each thing that is wrong in its place. */
export function invalidForm(wrongs: readonly Wrong[]): ApiRefusal {
  const errors: Record<string, unknown> = {};
  for (const { path, code, message } of wrongs) {
    let place = errors;
    for (const step of path) place = (place[String(step)] ??= {}) as Record<string, unknown>;
    place._errors = [...((place._errors as unknown[] | undefined) ?? []), { code, message }];
  }
  return new ApiRefusal(400, RESTJSONErrorCodes.InvalidFormBodyOrContentType, 'Invalid Form Body', errors);
}
