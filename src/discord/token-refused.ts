import { isRefused } from './refused.js';

/** Discord does not know the bot's token. */
export class TokenRefused extends Error {
  readonly code = 'token-refused';
  override name = 'TokenRefused';
}

/** Whether an error of Discord's REST interface says that it does not know the token. */
export function isTokenRefusal(error: unknown): boolean {
  return isRefused(error) && error.status === 401;
}
