import { DiscordjsError, DiscordjsErrorCodes } from 'discord.js';
import type { Client } from 'discord.js';
import { TokenRefused } from './token-refused.js';
import { untilDone } from './until-done.js';
import type { UntilDoneOptions } from './until-done.js';

/**
 * Logs in, and tries again for as long as Discord can't be reached.
 * @param newClient makes the client of one try; one that failed can't be used again.
 * @returns `undefined` where that was called off.
 * @throws {TokenRefused} when the token is wrong, which no further try can mend.
 */
export function logIn(
  newClient: () => Client,
  token: string,
  options: UntilDoneOptions,
): Promise<Client | undefined> {
  return untilDone(async () => {
    const client = newClient();
    try {
      await client.login(token);
    } catch (cause) {
      const isRefusal = cause instanceof DiscordjsError && cause.code === DiscordjsErrorCodes.TokenInvalid;
      if (isRefusal) throw new TokenRefused('Discord does not know this token', { cause });
      throw cause;
    }
    return client;
  }, options);
}
