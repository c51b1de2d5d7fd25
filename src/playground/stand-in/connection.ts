import { GatewayCloseCodes, GatewayOpcodes } from 'discord.js';
import type { WebSocket } from 'ws';
import { z } from 'zod';

/** What a bot sends, heartbeats aside. */
export interface Packet {
  op: number;
  d: unknown;
}

const packet = z.object({ op: z.int(), d: z.unknown() });
/** Packets that a connection may send in a minute. */
const mostPackets = 120;

/**
 * Greets a bot that has connected, answers its heartbeats, and closes the connection when it falls silent, sends too much, or
 * sends what is no packet.
 * @param heartbeat how often it has to be heard of. Milliseconds.
 * @returns what makes the connection fall silent: it stays, and nothing comes or is taken any more.
 */
export function converse(socket: WebSocket, heartbeat: number, onPacket: (said: Packet) => void): () => void {
  let packets = 0;
  const recount = setInterval(() => (packets = 0), 60_000);
  const silence = setTimeout(() => refuse(socket, GatewayCloseCodes.SessionTimedOut), 1.5 * heartbeat);
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearTimeout(silence);
    clearInterval(recount);
  });
  socket.on('message', (data: Buffer) => {
    packets += 1;
    if (packets > mostPackets) return refuse(socket, GatewayCloseCodes.RateLimited);
    const { data: said } = packet.safeParse(parseJson(data.toString()));
    if (said === undefined) return refuse(socket, GatewayCloseCodes.DecodeError);
    if (said.op !== (GatewayOpcodes.Heartbeat as number)) return onPacket(said);
    silence.refresh();
    send(socket, { op: GatewayOpcodes.HeartbeatAck });
  });
  send(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: heartbeat } });
  return () => {
    clearTimeout(silence);
    socket.pause();
  };
}

export function send(socket: WebSocket, data: { op: GatewayOpcodes; d?: unknown }): void {
  socket.send(JSON.stringify({ t: null, s: null, d: null, ...data }));
}

/** Closes a connection and says why, in Discord's words: the name of the code. */
export function refuse(socket: WebSocket, code: GatewayCloseCodes): void {
  const words = GatewayCloseCodes[code].replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  socket.close(code, `${words}.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
