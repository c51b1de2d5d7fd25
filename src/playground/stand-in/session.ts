import { randomBytes } from 'node:crypto';
import { GatewayOpcodes } from 'discord.js';
import type { GatewayDispatchEvents } from 'discord.js';
import type { WebSocket } from 'ws';

/** Dispatches that are kept for whoever resumes. */
const mostSent = 1_000;

/** A bot's session: it outlives its connection, so that the bot can resume it. */
export class Session {
  readonly id = randomBytes(16).toString('hex');
  sequence = 0;
  /** When its connection was lost; absent while there is one. Milliseconds since 1970. */
  lostAt: number | undefined;
  #sent: { sequence: number; text: string }[] = [];

  constructor(
    /** Absent while the bot is away. */
    public socket: WebSocket | undefined,
    /** Which of the bot's shards it serves, and how many there are. */
    readonly shard: [number, number],
  ) {}

  /** Tells the bot; if it is away just now, it hears it when it resumes. */
  dispatch(event: GatewayDispatchEvents, data: unknown): void {
    this.sequence += 1;
    const { sequence } = this;
    const text = JSON.stringify({ op: GatewayOpcodes.Dispatch, t: event, s: sequence, d: data });
    this.#sent.push({ sequence, text });
    if (this.#sent.length > mostSent) this.#sent.shift();
    this.socket?.send(text);
  }

  /** Whether all that came after this is still there to be told again. */
  remembers(sequence: number): boolean {
    const [oldest] = this.#sent;
    return oldest === undefined || oldest.sequence <= sequence + 1;
  }

  /** Goes on over another connection: tells again what the bot has missed. */
  resume(socket: WebSocket, heard: number): void {
    this.socket?.terminate();
    this.socket = socket;
    this.lostAt = undefined;
    for (const { sequence, text } of this.#sent) if (sequence > heard) socket.send(text);
  }

  /** Whether it serves a server. https://discord.com/developers/docs/events/gateway#sharding */
  serves(guild: string): boolean {
    const [shard, shards] = this.shard;
    return Number((BigInt(guild) >> 22n) % BigInt(shards)) === shard;
  }
}
