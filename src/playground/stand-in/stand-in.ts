import { EventEmitter } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import type { APIApplicationCommand } from 'discord.js';
import type { Hono } from 'hono';
import { WebSocketServer } from 'ws';
import { Attachments } from './attachments.js';
import { client } from './client.js';
import type { Client } from './client.js';
import type { Faults, Requested } from './faults.js';
import { Gateway } from './gateway.js';
import { Interactions } from './interactions.js';
import { Messages } from './messages.js';
import { Modals } from './modals.js';
import { CommandRegistry } from './registry.js';
import { restApi } from './rest/api.js';
import { snowflakes } from './snowflake.js';
import { tavern } from './world.js';
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
  /** What else is served: to paths that are none of Discord's. */
  page?: PageServer;
}

/** Serves the page beside the stand-in, on the same port. */
export interface PageServer {
  fetch(request: Request): Response | Promise<Response>;
  /** A window of the page wants a WebSocket, at `/page`. @param query who speaks through it (`as`), and in which language (`locale`). */
  upgrade(query: URLSearchParams, request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Whether a request may come in at all; a foreign page in the same browser may not. */
  admits(request: IncomingMessage): boolean;
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
  readonly registry: CommandRegistry;
  readonly faults: Faults = { loseAnswer: () => false, delay: () => 0 };
  /** What the bot has asked for, oldest first. */
  readonly requests: Requested[] = [];
  readonly #api: Hono;
  readonly #attachments: Attachments;
  readonly #modals = new Modals();
  readonly #server: Server;
  #port = 0;

  constructor({ token, world: given = tavern, now = Date.now, heartbeat = 41_250, page }: StandInOptions) {
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
    this.#attachments = new Attachments(world.channel.id, newId, () => this.url);
    this.messages = new Messages(world, this.#attachments, newId, now);
    this.interactions = new Interactions(world.bot.id, this.messages, this.#modals, newId, now);
    const onChange = () => this.emit('commands', this.registry.all);
    this.registry = new CommandRegistry({ application: world.bot.id, newId, now, onChange });
    const { registry, interactions, messages } = this;
    this.#api = restApi({ world, token: this.token, gatewayUrl, registry, interactions, messages, now });
    this.#server = this.#serve(page);
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

  /** Discord as a person has it before them. @param who name or id. @param options.locale the person's Discord language; left out: the usual one. */
  as(who: string, { locale }: { locale?: string } = {}): Client {
    const person = this.world.people.find(({ id, name }) => id === who || name === who);
    if (person === undefined) throw new Error(`nobody here is ${who}`);
    const { world, gateway, registry, interactions, messages } = this;
    return client(person, {
      world,
      gateway,
      registry,
      interactions,
      messages,
      modals: this.#modals,
      locale: locale ?? person.locale,
    });
  }

  async close(): Promise<void> {
    this.interactions.close();
    await this.goDown();
  }

  #serve(page: PageServer | undefined): Server {
    const listener = getRequestListener(async (request, bindings) => {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith('/attachments/')) return this.#attachments.serve(pathname);
      if (!pathname.startsWith('/api/')) return page?.fetch(request) ?? new Response(null, { status: 404 });
      const response = await this.#answer(request, pathname);
      if ('outgoing' in bindings && this.faults.loseAnswer(request.method, pathname))
        bindings.outgoing.destroy();
      return response;
    });
    const server = createServer((request, response) => {
      if (page?.admits(request) === false) response.writeHead(403).end();
      else void listener(request, response);
    });
    const sockets = new WebSocketServer({ noServer: true, maxPayload: 4_096 });
    server.on('upgrade', (request, socket, head) => {
      // split by hand: an address that is none must not throw here
      const [path = '', search = ''] = (request.url ?? '').split('?');
      const query = new URLSearchParams(search);
      if (page?.admits(request) === false) socket.destroy();
      else if (path === '/gateway' || path === '/gateway/')
        sockets.handleUpgrade(request, socket, head, (accepted) =>
          this.gateway.accept(accepted, query.get('v')),
        );
      else if (path === '/page' && page !== undefined) page.upgrade(query, request, socket, head);
      else socket.destroy();
    });
    return server;
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
