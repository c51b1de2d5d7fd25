import type { IncomingMessage } from 'node:http';
import { Hono } from 'hono';
import { serveStatic } from '@hono/node-server/serve-static';
import { WebSocketServer } from 'ws';
import { fileURLToPath } from 'node:url';
import { isNativeError } from 'node:util/types';
import { pageConnection } from './page-connection.js';
import type { PageServer } from './stand-in/server.js';
import { StandIn } from './stand-in/stand-in.js';

/** A stand-in for Discord on this machine, and a page to use it with. */
export interface Playground {
  /** The page's address. */
  url: string;
  /** For the bot: the address of the REST interface, and its token. */
  api: string;
  token: string;
  /** The port that was asked for is taken, and this is another. */
  isElsewhere: boolean;
  close(): Promise<void>;
}

/** Where the page's files were built. */
const files = fileURLToPath(new URL('./page/', import.meta.url));

/** Everything that the page shows is its own; styles are set by its components as they are drawn. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Opens the playground.
 * @param options.port where the page is to be; if it is taken, any port that is free.
 */
export async function startPlayground({ port }: { port: number }): Promise<Playground> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.header('Content-Security-Policy', policy);
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'no-referrer');
    context.header('Cache-Control', 'no-cache');
  });
  app.use(serveStatic({ root: files }));

  const page: PageServer = {
    fetch: (request) => app.fetch(request),
    upgrade(query, request, socket, head) {
      sockets.handleUpgrade(request, socket, head, (accepted) => {
        pageConnection(accepted, standIn, query);
      });
    },
    admits: isFromHere,
  };
  const standIn = new StandIn({ page });
  let isElsewhere = false;
  try {
    await standIn.listen(port);
  } catch (error) {
    if (!(isNativeError(error) && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    await standIn.listen(0);
    isElsewhere = true;
  }
  return {
    url: standIn.url,
    api: standIn.api,
    token: standIn.token,
    isElsewhere,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      await standIn.close();
    },
  };
}

/**
 * Whether a request comes from this machine's own page or from a program: a foreign page in the same browser names itself as
 * its origin, and one that had its own name point to this machine names that as the host.
 */
function isFromHere({ headers: { host = '', origin } }: IncomingMessage): boolean {
  const local = /^(127\.0\.0\.1|localhost)(:\d+)?$/;
  return local.test(host) && (origin === undefined || origin === `http://${host}`);
}
