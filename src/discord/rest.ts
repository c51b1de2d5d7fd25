import { REST } from '@discordjs/rest';
import type { RESTOptions } from '@discordjs/rest';

export interface RestAddress {
  /** The address, without its version. */
  api?: string;
  /** The bot's; left out where it answers interactions alone. */
  token?: string;
}

/** A client of Discord's REST interface, with its rate limits and tries. */
export function openRest(address: RestAddress): REST {
  return opened(address, {});
}

/**
 * The same for whoever has a time of their own for trying again: it neither waits for a rate limit nor tries twice, but throws a
 * `RateLimitError` or what went wrong.
 */
export function openImpatientRest(address: RestAddress): REST {
  return opened(address, { rejectOnRateLimit: () => true, retries: 0 });
}

function opened({ api, token }: RestAddress, options: Partial<RESTOptions>): REST {
  const rest = new REST({ ...options, ...(api !== undefined && { api }) });
  return token === undefined ? rest : rest.setToken(token);
}
