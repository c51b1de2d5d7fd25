import { EventEmitter } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { APIApplicationCommand } from 'discord.js';
import { WebSocketServer } from 'ws';
import { client } from './client.js';
import type { Client } from './client.js';
import { CommandRegistry } from './commands.js';
import { Gateway } from './gateway.js';
import { Interactions } from './interactions.js';
import { Messages } from './messages.js';
import { restApi } from './rest.js';
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
  /** What else is served: to paths outside `/api` and `/gateway`. */
  page?: PageServer;
}

/** Serves the page beside the stand-in, on the same port. */
export interface PageServer {
  fetch(request: Request): Response | Promise<Response>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Whether a request may come in at all; a foreign page in the same browser may not. */
  admits(request: IncomingMessage): boolean;
}

/** What a test lets come to grief; to begin with nothing does. */
export interface Faults {
  /** Which requests are done and their answer is lost. */
  loseAnswer: (method: string, path: string) => boolean;
  /** How long a request is held up before it is served. Milliseconds. */
  delay: (method: string, path: string) => number;
}

/** Discord, on this machine: its gateway and its REST interface, strict where Discord is strict. */
export class StandIn extends EventEmitter<{
  commands: [APIApplicationCommand[]];
  request: [string, string];
}> {
  readonly token: string;
  readonly world: World;
  readonly gateway: Gateway;
  readonly messages: Messages;
  readonly interactions: Interactions;
  readonly registry: CommandRegistry;
  readonly faults: Faults = { loseAnswer: () => false, delay: () => 0 };
  readonly #server: Server;
  #port = 0;

  constructor({ token, world = tavern, now = Date.now, page }: StandInOptions) {
    super();
    this.token = token ?? `${Buffer.from(world.bot.id).toString('base64url')}.stand.in`;
    this.world = world;
    const newId = snowflakes(now);
    const gatewayUrl = () => `ws://127.0.0.1:${this.#port}/gateway`;
    this.gateway = new Gateway(world, this.token, gatewayUrl);
    this.messages = new Messages(world, newId, now);
    this.interactions = new Interactions(this.messages, newId, now);
    this.registry = new CommandRegistry(world.bot.id, newId, (commands) => this.emit('commands', commands));
    const { token: own, registry: commands, interactions, messages } = this;
    const api = restApi({ world, token: own, gatewayUrl, commands, interactions, messages, now });

    const listener = getRequestListener(async (request, bindings) => {
      const { pathname } = new URL(request.url);
      if (!pathname.startsWith('/api/')) return page?.fetch(request) ?? new Response(null, { status: 404 });
      this.emit('request', request.method, pathname);
      const delay = this.faults.delay(request.method, pathname);
      if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
      const response = await api.fetch(request);
      if (this.faults.loseAnswer(request.method, pathname) && 'outgoing' in bindings)
        bindings.outgoing.destroy();
      return response;
    });
    this.#server = createServer((request, response) => {
      if (page !== undefined && !page.admits(request)) response.writeHead(403).end();
      else void listener(request, response);
    });
    const sockets = new WebSocketServer({ noServer: true, maxPayload: 4_096 });
    this.#server.on('upgrade', (request, socket, head) => {
      if (page !== undefined && !page.admits(request)) socket.destroy();
      else if (request.url?.startsWith('/gateway') === true)
        sockets.handleUpgrade(request, socket, head, (accepted) => this.gateway.accept(accepted));
      else if (page !== undefined) page.upgrade(request, socket, head);
      else socket.destroy();
    });
  }

  /** For discord.js's `rest.api`. */
  get api(): string {
    return `${this.url}/api`;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Listens on 127.0.0.1. @throws EADDRINUSE where the port is taken. */
  async listen(port = 0): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
    const address = this.#server.address();
    if (address !== null && typeof address !== 'string') this.#port = address.port;
  }

  /** Discord as a person has it before them. */
  as(personId: string): Client {
    const person = this.world.people.find(({ id, name }) => id === personId || name === personId);
    if (person === undefined) throw new Error(`nobody here is ${personId}`);
    const { world, gateway, registry: commands, interactions, messages } = this;
    return client(person, { world, gateway, commands, interactions, messages });
  }

  async close(): Promise<void> {
    this.gateway.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** Starts a stand-in. */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const standIn = new StandIn(options);
  await standIn.listen(options.port);
  return standIn;
}
