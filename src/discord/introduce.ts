import type { REST } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import type { APIApplication } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Commands } from '../../commands/index.js';
import { registerCommands } from './register.js';
import { serversOf } from './servers.js';
import { TokenRefused } from './token-refused.js';
import { untilDone } from './until-done.js';
import type { UntilDoneOptions } from './until-done.js';
import type { Watch } from './watch/watch.js';

/** How what is due at the start is tried, and what calls it off. */
type Trying = Pick<UntilDoneOptions, 'backoff' | 'signal'>;

/**
 * What a bot does at the start that has no gateway: registers its commands, and looks at the servers that it is on. Each is
 * tried until it is done, whatever becomes of the other.
 * @throws {TokenRefused}
 */
export async function introduce(
  rest: REST,
  { definitions }: Pick<Commands, 'definitions'>,
  watch: Pick<Watch, 'look'>,
  log: Logger,
  { backoff, signal }: Trying,
): Promise<void> {
  const refused = new AbortController();
  const trying = { backoff, signal: AbortSignal.any([refused.signal, ...(signal ? [signal] : [])]) };
  const looked = new Set<string>();
  const register = async () => {
    const { id } = await applicationOf(rest);
    await registerCommands(rest, id, definitions, log);
  };
  const look = async () => {
    for await (const server of serversOf(rest)) {
      if (!looked.has(server)) watch.look([server]);
      looked.add(server);
    }
  };
  try {
    await Promise.all([
      untilDone(register, { ...trying, onFailure: telling(log, notRegistered) }),
      untilDone(look, { ...trying, onFailure: telling(log, 'the servers could not be looked at') }),
    ]);
  } finally {
    // where one is refused, so is the other
    refused.abort();
  }
}

/**
 * What a bot does at the start that is connected to the gateway: registers its commands, and says where it won't be sent any
 * interactions. Never rejects.
 */
export async function introduceAtGateway(
  rest: REST,
  application: string,
  { definitions }: Pick<Commands, 'definitions'>,
  log: Logger,
  trying: Trying,
): Promise<void> {
  const register = () => registerCommands(rest, application, definitions, log);
  const tellOfEndpoint = async () => {
    const { interactions_endpoint_url: url } = await applicationOf(rest);
    if (typeof url === 'string' && url !== '')
      log.warn(
        { url },
        'this application has an interactions endpoint URL: Discord posts interactions there and sends none by the gateway. Remove it in the Discord Developer Portal, or use `npm run serve`.',
      );
  };
  try {
    await Promise.all([
      untilDone(register, { ...trying, onFailure: telling(log, notRegistered) }),
      untilDone(tellOfEndpoint, { ...trying, onFailure: telling(log, 'the application could not be read') }),
    ]);
  } catch (error) {
    if (error instanceof TokenRefused) log.error(`${error.message}: ${notRegistered}`);
    else log.error({ err: error }, notRegistered);
  }
}

const notRegistered = 'the commands could not be registered at Discord';

function telling(log: Logger, what: string): UntilDoneOptions['onFailure'] {
  return (err, pause) => log.warn({ err, pause }, `${what}; trying again`);
}

async function applicationOf(rest: REST): Promise<APIApplication> {
  return (await rest.get(Routes.currentApplication())) as APIApplication;
}
