import { Events, GatewayDispatchEvents, RESTEvents } from 'discord.js';
import type { Client } from 'discord.js';
import type { Logger } from 'pino';
import type { Commands } from '../../commands/index.js';
import { admission } from './admission.js';
import { newClient } from './client.js';
import type { ShardChoice } from './client.js';
import { discordClock } from './clock.js';
import { refusalOf } from './closing.js';
import { watchConnection } from './connection.js';
import type { Connection } from './connection.js';
import { inFlight } from './in-flight.js';
import { readInteraction } from './interaction.js';
import type { Incoming } from './interaction.js';
import { introduceAtGateway } from './introduce.js';
import { logIn } from './log-in.js';
import { noServiceMeter } from './meter.js';
import type { ServiceMeter } from './meter.js';
import { restResponder, restWays } from './rest-responder.js';
import { serve } from './serve.js';
import { startBackoff } from './until-done.js';

export interface Gateway {
  /** Whether Discord can reach the bot right now, by every shard. */
  isReady: () => boolean;
  /** How many shards are in each state. */
  shards: () => ReadonlyMap<string, number>;
  /**
   * Takes no more interactions, finishes those in flight, and leaves.
   * @param left how much time there is for it, ten seconds if left out. Milliseconds.
   * @returns whether all in flight were finished.
   */
  close: (left?: () => number) => Promise<boolean>;
}

export interface GatewayOptions {
  token: string;
  /** The address of Discord's REST interface, without its version. */
  api?: string;
  /** Which part of its servers' events this program takes; left out: all, as one shard. */
  shards?: ShardChoice;
  commands: Commands;
  log: Logger;
  meter?: ServiceMeter;
  /** Makes what waits for the store end soon: there is no time left for it. */
  giveUp?: () => void;
  /** Called with the servers that the bot is on, once it is connected. */
  onServers: (servers: string[]) => void;
  /** Called when the connection is lost for good: the token was reset, say. */
  onLost: (error: Error) => void;
}

/** Discord allows a bot's first answer for so long. Milliseconds. */
const answerable = 3_000;

/**
 * Connects to Discord and serves what comes, until closed. While Discord can't be reached it keeps trying.
 * @throws {TokenRefused} when Discord does not know the token.
 * @throws {ConnectionRefused} when Discord refuses the connection as configured, for example with too few shards.
 */
export async function connectGateway(options: GatewayOptions): Promise<Gateway> {
  const { token, api, commands, log, shards = { ids: [0], count: 1 }, meter = noServiceMeter } = options;
  const clock = discordClock();
  const serving = inFlight(options.giveUp);
  const service = { commands, clock, admission: admission(), meter, log };
  const closing = new AbortController();
  const { signal } = closing;
  let connection: Connection | undefined;
  let refusal: Error | undefined;
  let isStarted = false;

  const prepared = (): Client => {
    const client = newClient({ api, shards });
    const ways = restWays(client.rest, client.rest.options.api);
    client.rest.on(RESTEvents.Response, (_, response) => clock.observe(response.headers.get('date')));

    // The packet itself, not discord.js's structure, so that what comes over HTTP is served by the same code.
    client.ws.on(GatewayDispatchEvents.InteractionCreate, (raw: unknown) => {
      const incoming = readOrLog(raw, log);
      if (incoming === undefined) return;
      const until = incoming.madeAt + answerable - clock.ahead;
      const responder = restResponder(incoming, ways, until);
      serving.add(serve(incoming, responder, service));
    });
    connection?.close();
    connection = watchConnection(client, log);
    client.on(Events.ClientReady, ({ user, application, guilds }) => {
      log.info({ bot: user.tag }, 'connected to Discord');
      options.onServers([...guilds.cache.keys()]);
      void introduceAtGateway(client.rest, application.id, commands, log, { backoff: startBackoff, signal });
    });
    client.on(Events.Error, (error) => log.error({ err: error }, 'discord.js failed'));
    client.on(Events.Warn, (message) => log.warn(message));
    client.on(Events.ShardDisconnect, ({ code }) => {
      refusal = refusalOf(code);
      closing.abort();
      if (isStarted) options.onLost(refusal);
    });
    return client;
  };

  const client = await logIn(prepared, token, {
    backoff: startBackoff,
    signal,
    onFailure: (error, pause) =>
      log.warn({ err: error, pause }, 'Discord could not be reached; trying again'),
  });
  if (client === undefined || refusal !== undefined) throw refusal ?? new Error('called off');
  isStarted = true;
  return {
    isReady: () => connection?.isReady() ?? false,
    shards: () => connection?.shards() ?? new Map<string, number>(),
    async close(left) {
      closing.abort();
      connection?.close();
      const gone = client.destroy();
      const areFinished = await serving.settled(left);
      await gone;
      return areFinished;
    },
  };
}

function readOrLog(raw: unknown, log: Logger): Incoming | undefined {
  try {
    return readInteraction(raw);
  } catch (error) {
    log.error({ err: error }, 'an interaction could not be read and was left alone');
    return undefined;
  }
}
