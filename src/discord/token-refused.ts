/** Discord does not know the bot's token. */
export class TokenRefused extends Error {
  readonly code = 'token-refused';
  override name = 'TokenRefused';
}
