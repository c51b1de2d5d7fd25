import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { GatewayDispatchEvents } from 'discord.js';
import type { APIApplicationCommand } from 'discord.js';
import type { Hono } from 'hono';
import { Attachments } from './attachments.js';
import { client } from './client.js';
import type { Client } from './client.js';
import { DirectChannels } from './direct-channels.js';
import { Endpoint } from './endpoint.js';
import type { Faults, Requested } from './faults.js';
import { Gateway } from './gateway.js';
import { Interactions } from './interactions.js';
import { Messages } from './messages.js';
import { Modals } from './modals.js';
import { NoSuchChannel } from './no-such-channel.js';
import { CommandRegistry } from './registry.js';
import { limits } from './rate-limits.js';
import { restApi } from './rest/api.js';
import { serverOf } from './server.js';
import type { PageServer } from './server.js';
import { snowflakes } from './snowflake.js';
import { channelIn, tavern } from './world.js';
import type { World } from './world.js';

export interface StandInOptions {
  /** 0, or left out: any that is free. */
  port?: number;
  /** The bot's token. */
  token?: string;
  world?: World;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** How often the gateway wants to hear of the bot. Milliseconds. */
  heartbeat?: number;
  /** How many times as fast as Discord's the windows of its rate limits go by; `Infinity`: there are no limits. Left out: 1. */
  speed?: number;
  /** What else is served: to paths that are none of Discord's. */
  page?: PageServer;
}

/** Requests that are remembered; the oldest go first. */
const mostRequests = 1_000;

/** Discord, on this machine: its gateway and its REST interface, strict where Discord is strict. */
export class StandIn extends EventEmitter<{ commands: [APIApplicationCommand[]]; request: [Requested] }> {
  readonly token: string;
  readonly world: World;
  readonly gateway: Gateway;
  readonly messages: Messages;
  readonly interactions: Interactions;
  /** How the bot is told over HTTP, where it wants that. */
  readonly endpoint: Endpoint;
  readonly registry: CommandRegistry;
  readonly faults: Faults = {
    loseRequest: () => false,
    loseAnswer: () => false,
    delay: () => 0,
    oldEdits: () => limits.oldEdit,
  };
  /** What the bot has asked for, oldest first. */
  readonly requests: Requested[] = [];
  readonly #api: Hono;
  readonly #directChannels: DirectChannels;
  readonly #modals = new Modals();
  readonly #server: Server;
  #port = 0;

  constructor(options: StandInOptions) {
    const { token, world: given = tavern, now = Date.now, heartbeat = 41_250, speed = 1, page } = options;
    super();
    // one listener for each window of the page
    this.setMaxListeners(0);
    // a copy, so that what is changed in it is changed for this stand-in alone
    const world = structuredClone(given);
    this.token = token ?? `${Buffer.from(world.bot.id).toString('base64url')}.stand.in`;
    this.world = world;
    const newId = snowflakes(now);
    const gatewayUrl = () => `ws://127.0.0.1:${this.#port}/gateway`;
    this.gateway = new Gateway({ world, token: this.token, url: gatewayUrl, now, heartbeat });
    const attachments = new Attachments(newId, () => this.url);
    this.messages = new Messages(world, attachments, newId, now);
    this.interactions = new Interactions(world.bot.id, this.messages, this.#modals, newId, now);
    this.endpoint = new Endpoint(this.interactions, now);
    const onChange = () => this.emit('commands', this.registry.all);
    this.registry = new CommandRegistry({ application: world.bot.id, newId, now, onChange });
    this.#directChannels = new DirectChannels(world, newId);
    const { registry, interactions, messages } = this;
    this.#api = restApi({
      world,
      token: this.token,
      gatewayUrl,
      endpoint: this.endpoint,
      registry,
      interactions,
      messages,
      directChannels: this.#directChannels,
      now,
      speed,
      faults: this.faults,
    });
    this.#server = serverOf({
      api: (request, path) => this.#answer(request, path),
      faults: this.faults,
      attachments,
      gateway: this.gateway,
      page,
    });
  }

  /** For discord.js's `rest.api`. */
  get api(): string {
    return `${this.url}/api`;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Listens on 127.0.0.1. @param port left out: the one of before, or any. @throws EADDRINUSE where the port is taken. */
  async listen(port = this.#port): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(port, '127.0.0.1', () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
    const address = this.#server.address();
    if (address !== null && typeof address !== 'string') this.#port = address.port;
  }

  /** Is not to be reached, until it listens again; sessions and messages stay. */
  async goDown(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await this.gateway.close();
    await closed;
  }

  /**
   * Discord as a person has it before them.
   * @param who name or id. @param options.locale the person's Discord language; left out: the usual one.
   * @param options.channel in which the person types, name or id; left out: the first.
   * @throws {NoSuchChannel}
   */
  as(who: string, { locale, channel }: { locale?: string; channel?: string | undefined } = {}): Client {
    const person = this.world.people.find(({ id, name }) => id === who || name === who);
    if (person === undefined) throw new Error(`nobody here is ${who}`);
    const { world, gateway, endpoint, registry, interactions, messages } = this;
    const place = channelIn(world, channel);
    if (place === undefined) throw new NoSuchChannel('this channel is not there any more');
    return client(person, {
      world,
      deliver: (interaction, to) => {
        const { url } = endpoint;
        if (url === undefined) gateway.dispatch(GatewayDispatchEvents.InteractionCreate, interaction, to);
        else void endpoint.deliver(url, interaction);
      },
      registry,
      interactions,
      messages,
      modals: this.#modals,
      directChannel: this.#directChannels.with(person),
      channel: place,
      locale: locale ?? person.locale,
    });
  }

  async close(): Promise<void> {
    this.interactions.close();
    await this.goDown();
  }

  async #answer(request: Request, path: string): Promise<Response> {
    const { method } = request;
    const delay = this.faults.delay(method, path);
    if (delay > 0) await sleep(delay);
    const response = await this.#api.fetch(request);
    const requested = { method, path, status: response.status };
    this.requests.push(requested);
    if (this.requests.length > mostRequests) this.requests.shift();
    this.emit('request', requested);
    return response;
  }
}

/** Starts a stand-in. */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const standIn = new StandIn(options);
  await standIn.listen(options.port);
  return standIn;
}
