import { DiscordAPIError } from '@discordjs/rest';
import type { REST } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import type { APIApplication } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Commands } from '../../commands/index.js';
import { registerCommands } from './register.js';
import { serversOf } from './servers.js';
import { TokenRefused } from './token-refused.js';
import type { Watch } from './watch/watch.js';

/**
 * What a bot does once that has no gateway: registers its commands, and looks at the servers that it is on. Where Discord is not
 * to be reached that is logged.
 * @throws {TokenRefused}
 */
export async function introduce(
  rest: REST,
  { definitions }: Commands,
  watch: Watch,
  log: Logger,
): Promise<void> {
  try {
    const { id } = (await rest.get(Routes.currentApplication())) as APIApplication;
    await registerCommands(rest, id, definitions, log);
    for await (const server of serversOf(rest)) watch.look([server]);
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 401)
      throw new TokenRefused('Discord does not know this token', { cause: error });
    log.error(
      { err: error },
      'the commands could not be registered at Discord, or its servers not be looked at',
    );
  }
}
