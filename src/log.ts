import { pino, stdSerializers } from 'pino';
import type { DestinationStream, Logger } from 'pino';

/** What of an error is logged: what it is and where it came from, and which event of which stream is meant. */
const told = ['type', 'message', 'stack', 'code', 'status', 'id', 'version'] as const;

/**
 * The log of a program: JSON, a line each, without tokens and notes. An error of Discord's library carries along what was sent,
 * which is what people wrote, and where to, which bears the interaction's token; none of that is logged.
 * @param destination left out: standard output.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, serializers: { err: withoutWhatItCarries } };
  return destination === undefined ? pino(options) : pino(options, destination);
}

function withoutWhatItCarries(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error;
  const serialized: Record<string, unknown> = stdSerializers.err(error);
  return Object.fromEntries(told.flatMap((name) => (name in serialized ? [[name, serialized[name]]] : [])));
}
