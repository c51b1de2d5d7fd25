import { serve } from '@hono/node-server';
import type { Hono } from 'hono';

export interface Listening {
  /** The one that was asked for, or the one that was free. */
  port: number;
  /** Takes nothing new, finishes what is being answered, and ends. */
  close(): Promise<void>;
}

/** A request takes so long to arrive at the most: Discord's arrive at once. Milliseconds. */
const slowest = 3_000;
/** An idle connection is kept longer than what stands before us keeps it, which is a minute as a rule. Milliseconds. */
const keepAliveTimeout = 75_000;

/** Serves an application over HTTP. @param port 0 for any that is free. @throws {Error} where the port is taken. */
export async function listen(app: Hono, { port, host }: { port: number; host: string }): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: app.fetch,
        port,
        hostname: host,
        serverOptions: {
          headersTimeout: slowest,
          requestTimeout: slowest,
          keepAliveTimeout,
          // how often those are looked at
          connectionsCheckingInterval: 500,
          maxHeaderSize: 16_384,
        },
      },
      (address) =>
        resolve({
          port: address.port,
          close: () => new Promise((closed) => server.close(() => closed())),
        }),
    );
    server.once('error', reject);
  });
}
