import { EventEmitter, once } from 'node:events';
import { GatewayCloseCodes, GatewayDispatchEvents, GatewayIntentBits, GatewayOpcodes } from 'discord.js';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import { converse, refuse, send } from './connection.js';
import { Session } from './session.js';
import type { World } from './world.js';
import { userOf } from './resources.js';

const identify = z.object({
  token: z.string(),
  intents: z.int().min(0),
  shard: z.tuple([z.int().min(0), z.int().min(1)]).default([0, 1]),
});
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int().min(0) });

const knownIntents = Object.values(GatewayIntentBits).reduce<number>(
  (all, one) => (typeof one === 'number' ? all | one : all),
  0,
);
/** Those that an application has to ask Discord for. */
const privilegedIntents =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;
/** What a bot may send, once it has identified itself. */
const knownOpcodes: number[] = [
  GatewayOpcodes.PresenceUpdate,
  GatewayOpcodes.VoiceStateUpdate,
  GatewayOpcodes.RequestGuildMembers,
  GatewayOpcodes.RequestSoundboardSounds,
];
/** How long a session waits for its bot to come back. Milliseconds. */
const patience = 5 * 60_000;

export interface GatewayParts {
  world: World;
  token: string;
  url: () => string;
  /** Milliseconds since 1970. */
  now: () => number;
  /** How often a bot has to be heard of. Milliseconds. */
  heartbeat: number;
}

/** Discord's gateway, version 10, for one bot. Emits `online` when that changes. https://discord.com/developers/docs/events/gateway */
export class Gateway extends EventEmitter<{ online: [boolean] }> {
  readonly #sessions = new Map<string, Session>();
  /** Each with what makes it fall silent. */
  readonly #sockets = new Map<WebSocket, () => void>();
  /** With which code whoever identifies is turned away; to begin with nobody is. */
  refusal: () => GatewayCloseCodes | undefined = () => undefined;
  constructor(private readonly parts: GatewayParts) {
    super();
    // one listener for each window of the page
    this.setMaxListeners(0);
  }

  get online(): boolean {
    return [...this.#sessions.values()].some(({ socket }) => socket !== undefined);
  }

  /** A bot has connected. @param version of the gateway that it asked for. */
  accept(socket: WebSocket, version: string | null): void {
    if (version !== '10') return refuse(socket, GatewayCloseCodes.InvalidAPIVersion);
    let session: Session | undefined;
    socket.on('close', (code) => {
      this.#sockets.delete(socket);
      if (session !== undefined) this.#lost(session, socket, code);
    });
    const silence = converse(socket, this.parts.heartbeat, ({ op, d }) => {
      const isIdentify = op === (GatewayOpcodes.Identify as number);
      const isResume = op === (GatewayOpcodes.Resume as number);
      if (session !== undefined) {
        if (isIdentify || isResume) refuse(socket, GatewayCloseCodes.AlreadyAuthenticated);
        else if (!knownOpcodes.includes(op)) refuse(socket, GatewayCloseCodes.UnknownOpcode);
      } else if (isIdentify) session = this.#identify(socket, d);
      else if (isResume) session = this.#resume(socket, d);
      else refuse(socket, GatewayCloseCodes.NotAuthenticated);
    });
    this.#sockets.set(socket, silence);
  }

  /** The ids of those whose bot is there, the newest last. */
  get sessions(): string[] {
    return [...this.#sessions.values()].flatMap(({ id, socket }) => (socket === undefined ? [] : [id]));
  }

  /** Tells whoever serves the server. @param to these sessions alone; left out: all. @returns whether there is a session to tell. */
  dispatch(event: GatewayDispatchEvents, data: unknown, to?: readonly string[]): boolean {
    const sessions = [...this.#sessions.values()].filter(
      (one) => one.serves(this.parts.world.guild.id) && to?.includes(one.id) !== false,
    );
    for (const session of sessions) session.dispatch(event, data);
    return sessions.length > 0;
  }

  /** Breaks the bot's connections. @param resumable whether its sessions stay. @param code by which they are closed; left out: not at all properly. */
  drop(resumable: boolean, code?: GatewayCloseCodes): void {
    for (const session of [...this.#sessions.values()]) {
      if (!resumable) this.#sessions.delete(session.id);
      session.socket?.resume();
      if (code === undefined) session.socket?.terminate();
      else session.socket?.close(code);
    }
  }

  /** Lets the bot's connections stay, and nothing come by them any more. */
  fallSilent(): void {
    for (const silence of this.#sockets.values()) silence();
  }

  /** Asks the bot to connect anew and to go on, as Discord does when it restarts a machine. */
  askToReconnect(): void {
    for (const { socket } of this.#sessions.values())
      if (socket !== undefined) send(socket, { op: GatewayOpcodes.Reconnect });
  }

  /** Breaks all connections; sessions stay. */
  async close(): Promise<void> {
    const sockets = [...this.#sockets.keys()];
    const closed = sockets.map((socket) => once(socket, 'close'));
    for (const socket of sockets) {
      // one that has fallen silent is to notice that it ends
      socket.resume();
      socket.terminate();
    }
    await Promise.all(closed);
  }

  #identify(socket: WebSocket, data: unknown): Session | undefined {
    const said = this.#authenticated(socket, identify, data);
    if (said === undefined) return undefined;
    const wrong = this.refusal() ?? wrongWith(said);
    if (wrong !== undefined) {
      refuse(socket, wrong);
      return undefined;
    }
    const session = new Session(socket, said.shard);
    this.#forget();
    this.#sessions.set(session.id, session);
    const { world, url } = this.parts;
    const { bot, guild } = world;
    session.dispatch(GatewayDispatchEvents.Ready, {
      v: 10,
      user: { ...userOf(bot, true), verified: true, mfa_enabled: false, flags: 0, email: null },
      guilds: session.serves(guild.id) ? [{ id: guild.id, unavailable: true }] : [],
      session_id: session.id,
      resume_gateway_url: url(),
      shard: session.shard,
      application: { id: bot.id, flags: 0 },
    });
    this.emit('online', true);
    return session;
  }

  #resume(socket: WebSocket, data: unknown): Session | undefined {
    const said = this.#authenticated(socket, resume, data);
    if (said === undefined) return undefined;
    this.#forget();
    const session = this.#sessions.get(said.session_id);
    if (session?.remembers(said.seq) !== true) {
      send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
      return undefined;
    }
    if (said.seq > session.sequence) {
      refuse(socket, GatewayCloseCodes.InvalidSeq);
      return undefined;
    }
    session.resume(socket, said.seq);
    session.dispatch(GatewayDispatchEvents.Resumed, {});
    this.emit('online', true);
    return session;
  }

  /** What the bot says of itself, if it is of the right form and bears the right token; else the connection is closed. */
  #authenticated<T extends { token: string }>(
    socket: WebSocket,
    schema: z.ZodType<T>,
    data: unknown,
  ): T | undefined {
    const { data: said } = schema.safeParse(data);
    if (said?.token === this.parts.token) return said;
    const { DecodeError, AuthenticationFailed } = GatewayCloseCodes;
    refuse(socket, said === undefined ? DecodeError : AuthenticationFailed);
    return undefined;
  }

  #lost(session: Session, socket: WebSocket, code: number): void {
    if (session.socket !== socket) return;
    session.socket = undefined;
    session.lostAt = this.parts.now();
    // a bot that says goodbye does not come back to its session
    if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
    this.emit('online', this.online);
  }

  /** Sessions to which nobody came back. */
  #forget(): void {
    for (const { id, lostAt } of this.#sessions.values())
      if (lostAt !== undefined && this.parts.now() - lostAt > patience) this.#sessions.delete(id);
  }
}

/** Why a bot that bears the right token is not let in all the same. */
function wrongWith({ intents, shard: [shard, shards] }: z.infer<typeof identify>) {
  if ((intents & ~knownIntents) !== 0) return GatewayCloseCodes.InvalidIntents;
  if ((intents & privilegedIntents) !== 0) return GatewayCloseCodes.DisallowedIntents;
  if (shard >= shards) return GatewayCloseCodes.InvalidShard;
  return undefined;
}
