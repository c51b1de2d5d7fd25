import { REST } from '@discordjs/rest';

/**
 * A client of Discord's REST interface, with its rate limits and tries.
 * @param api the address, without its version. @param token the bot's; left out where it answers interactions alone.
 */
export function openRest({ api, token }: { api?: string; token?: string }): REST {
  const rest = new REST(api === undefined ? {} : { api });
  return token === undefined ? rest : rest.setToken(token);
}
