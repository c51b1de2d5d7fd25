import { Client, Events, GatewayDispatchEvents, RESTEvents, Status } from 'discord.js';
import type { Logger } from 'pino';
import type { Commands } from '../../commands/index.js';
import { admission } from './admission.js';
import { discordClock } from './clock.js';
import { countdown, inFlight } from './in-flight.js';
import { readInteraction } from './interaction.js';
import type { Incoming } from './interaction.js';
import { logIn } from './log-in.js';
import { noServiceMeter } from './meter.js';
import type { ServiceMeter } from './meter.js';
import { registerCommands } from './register.js';
import { restResponder, restWays } from './rest-responder.js';
import { serve } from './serve.js';

export interface Gateway {
  /** Whether Discord can reach the bot right now. */
  isConnected(): boolean;
  /** How many shards are in each state. */
  shards(): ReadonlyMap<string, number>;
  /**
   * Takes no more interactions, finishes those in flight, and leaves.
   * @param left how much time there is for it, ten seconds if left out. Milliseconds.
   * @returns whether all in flight were finished.
   */
  close(left?: () => number): Promise<boolean>;
}

export interface GatewayOptions {
  token: string;
  /** The address of Discord's REST interface, without its version. */
  api?: string;
  /** Which part of its servers' events this program takes; left out: all, as one shard. */
  shards?: 'auto' | { ids: number[]; count: number };
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
/** How long closing may take, where nothing is said. Milliseconds. */
const usualClosingMs = 10_000;

/**
 * Connects to Discord and serves what comes, until closed. While Discord can't be reached it keeps trying.
 * @throws {TokenRefused} when Discord does not know the token.
 */
export async function connectGateway(options: GatewayOptions): Promise<Gateway> {
  const { token, api, commands, log, shards = { ids: [0], count: 1 }, meter = noServiceMeter } = options;
  const clock = discordClock();
  const serving = inFlight(options.giveUp);
  const service = { commands, clock, admission: admission(), meter, log };

  const newClient = (): Client => {
    const client = new Client({
      // interactions come without any; the bot reads no messages and knows no members
      intents: [],
      // discord.js asks Discord how many there should be, and how many may identify at once
      ...(shards === 'auto' ? { shards } : { shards: shards.ids, shardCount: shards.count }),
      ...(api !== undefined && { rest: { api } }),
    });
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
    watch(client, options);
    return client;
  };

  const client = await logIn(newClient, token, log);
  return {
    isConnected: () => client.isReady(),
    shards: () => {
      const states = client.ws.shards.map(({ status }) => Status[status].toLowerCase());
      return new Map(states.map((state) => [state, states.filter((one) => one === state).length]));
    },
    async close(left = countdown(usualClosingMs)) {
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

/** Registers the commands once connected, and tells of what becomes of the connection. */
function watch(client: Client, { commands, log, onServers, onLost }: GatewayOptions): void {
  client.on(Events.ClientReady, ({ user, application, guilds }) => {
    log.info({ bot: user.tag }, 'connected to Discord');
    onServers([...guilds.cache.keys()]);
    registerCommands(client.rest, application.id, commands.definitions, log).catch((error: unknown) => {
      log.error({ err: error }, 'the commands could not be registered at Discord');
    });
  });
  client.on(Events.ShardReconnecting, () => log.warn('the connection to Discord was lost; reconnecting'));
  client.on(Events.ShardResume, (_, missed) => log.info({ missed }, 'the connection to Discord goes on'));
  client.on(Events.ShardError, (error) => log.warn({ err: error }, 'the connection to Discord failed'));
  client.on(Events.Error, (error) => log.error({ err: error }, 'discord.js failed'));
  client.on(Events.Warn, (message) => log.warn(message));
  client.on(Events.ShardDisconnect, ({ code }) =>
    onLost(new Error(`Discord closed the connection for good, with code ${code}`)),
  );
}
