import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { GatewayCloseCodes, GatewayDispatchEvents, GatewayOpcodes } from 'discord.js';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { World } from './world.js';
import { userOf } from './world.js';

/** A bot's session: outlives its connection, so that the bot can resume it. */
interface Session {
  id: string;
  sequence: number;
  /** What was dispatched, for whoever resumes. */
  sent: { sequence: number; text: string }[];
  socket: WebSocket | undefined;
}

const packet = z.object({ op: z.int(), d: z.unknown() });
const identify = z.object({ token: z.string(), intents: z.int().min(0) });
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int() });
/** All intents that there are. */
const knownIntents = (1 << 26) - 1;
/** Dispatches that are kept for resuming. */
const mostSent = 1_000;

/** Discord's gateway, version 10, for one bot. Emits `online` when that changes. */
export class Gateway extends EventEmitter<{ online: [boolean] }> {
  readonly #sessions = new Map<string, Session>();
  readonly #sockets = new Set<WebSocket>();

  /** @param heartbeat how often a bot has to be heard of. Milliseconds. */
  constructor(
    private readonly world: World,
    private readonly token: string,
    private readonly url: () => string,
    private readonly heartbeat = 41_250,
  ) {
    super();
  }

  get online(): boolean {
    return [...this.#sessions.values()].some(({ socket }) => socket !== undefined);
  }

  /** A bot has connected. */
  accept(socket: WebSocket): void {
    let session: Session | undefined;
    let heard = Date.now();
    this.#sockets.add(socket);
    const watch = setInterval(() => {
      if (Date.now() - heard > 1.5 * this.heartbeat) socket.close(GatewayCloseCodes.SessionTimedOut);
    }, this.heartbeat);
    socket.on('close', (code) => {
      clearInterval(watch);
      this.#sockets.delete(socket);
      if (session?.socket !== socket) return;
      session.socket = undefined;
      // a bot that says goodbye does not come back to its session
      if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
      this.emit('online', this.online);
    });
    socket.on('error', () => socket.terminate());
    socket.on('message', (data: Buffer) => {
      heard = Date.now();
      const parsed = packet.safeParse(parseJson(data.toString()));
      if (!parsed.success)
        return socket.close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
      const { op, d } = parsed.data;
      if (op === (GatewayOpcodes.Heartbeat as number))
        return send(socket, { op: GatewayOpcodes.HeartbeatAck });
      if (op === (GatewayOpcodes.Identify as number)) {
        if (session !== undefined)
          return socket.close(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
        session = this.#identify(socket, d);
      } else if (op === (GatewayOpcodes.Resume as number)) {
        session = this.#resume(socket, d);
      } else if (session === undefined) {
        socket.close(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
      }
    });
    send(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: this.heartbeat } });
  }

  /** Tells the bot; if it is away just now, it hears it when it resumes. @returns whether there is a session to tell. */
  dispatch(event: GatewayDispatchEvents, data: unknown): boolean {
    const sessions = [...this.#sessions.values()];
    for (const session of sessions) dispatchTo(session, event, data);
    return sessions.length > 0;
  }

  /** Breaks the bot's connection. @param resumable whether its session stays. */
  drop(resumable: boolean): void {
    for (const session of [...this.#sessions.values()]) {
      if (!resumable) this.#sessions.delete(session.id);
      session.socket?.terminate();
    }
  }

  close(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  #identify(socket: WebSocket, data: unknown): Session | undefined {
    const said = this.#authenticated(socket, identify, data);
    if (said === undefined) return undefined;
    if ((said.intents & ~knownIntents) !== 0) {
      socket.close(GatewayCloseCodes.InvalidIntents, 'Invalid intent(s).');
      return undefined;
    }
    const session: Session = { id: randomBytes(16).toString('hex'), sequence: 0, sent: [], socket };
    this.#sessions.set(session.id, session);
    const { bot, guild } = this.world;
    dispatchTo(session, GatewayDispatchEvents.Ready, {
      v: 10,
      user: { ...userOf(bot, true), verified: true, mfa_enabled: false, flags: 0, email: null },
      guilds: [{ id: guild.id, unavailable: true }],
      session_id: session.id,
      resume_gateway_url: this.url(),
      shard: [0, 1],
      application: { id: bot.id, flags: 0 },
    });
    this.emit('online', true);
    return session;
  }

  /** What the bot says of itself, if it is of the right form and bears the right token; else the connection is closed. */
  #authenticated<T extends { token: string }>(
    socket: WebSocket,
    schema: z.ZodType<T>,
    data: unknown,
  ): T | undefined {
    const { success, data: said } = schema.safeParse(data);
    if (success && said.token === this.token) return said;
    if (success) socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
    else socket.close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
    return undefined;
  }

  #resume(socket: WebSocket, data: unknown): Session | undefined {
    const said = this.#authenticated(socket, resume, data);
    if (said === undefined) return undefined;
    const session = this.#sessions.get(said.session_id);
    if (session === undefined) {
      send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
      return undefined;
    }
    if (said.seq > session.sequence) {
      socket.close(GatewayCloseCodes.InvalidSeq, 'Invalid seq.');
      return undefined;
    }
    session.socket?.terminate();
    session.socket = socket;
    for (const { sequence, text } of session.sent) if (sequence > said.seq) socket.send(text);
    dispatchTo(session, GatewayDispatchEvents.Resumed, {});
    this.emit('online', true);
    return session;
  }
}

function dispatchTo(session: Session, event: GatewayDispatchEvents, data: unknown): void {
  session.sequence += 1;
  const text = JSON.stringify({ op: GatewayOpcodes.Dispatch, t: event, s: session.sequence, d: data });
  session.sent.push({ sequence: session.sequence, text });
  if (session.sent.length > mostSent) session.sent.shift();
  session.socket?.send(text);
}

function send(socket: WebSocket, data: object): void {
  socket.send(JSON.stringify({ t: null, s: null, ...data }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
