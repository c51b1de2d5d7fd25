import { setTimeout as sleep } from 'node:timers/promises';
import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes } from 'discord.js';
import type { Client } from 'discord.js';
import type { Logger } from 'pino';
import { TokenRefused } from './token-refused.js';

/** The longest pause between two tries. Milliseconds. */
const longestPause = 60_000;

/**
 * Logs in, and tries again for as long as Discord can't be reached.
 * @param newClient makes the client of one try; one that failed can't be used again.
 * @throws {TokenRefused} when the token is wrong, which no further try can mend.
 */
export async function logIn(newClient: () => Client, token: string, log: Logger): Promise<Client> {
  for (let pause = 1_000; ; pause = Math.min(2 * pause, longestPause)) {
    try {
      const client = newClient();
      await client.login(token);
      return client;
    } catch (error) {
      if (isRefusal(error)) throw new TokenRefused('Discord does not know this token', { cause: error });
      log.warn({ err: error, pause }, 'Discord could not be reached; trying again');
      await sleep(pause);
    }
  }
}

function isRefusal(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401;
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}
