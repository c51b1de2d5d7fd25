import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { WebSocketServer } from 'ws';
import type { Attachments } from './attachments.js';
import type { Gateway } from './gateway.js';

/** Serves the page beside the stand-in, on the same port. */
export interface PageServer {
  fetch(request: Request): Response | Promise<Response>;
  /** A window of the page wants a WebSocket, at `/page`. @param query who speaks through it (`as`), and in which language (`locale`). */
  upgrade(query: URLSearchParams, request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Whether a request may come in at all; a foreign page in the same browser may not. */
  admits(request: IncomingMessage): boolean;
}

/** What is to be reached over one port. */
export interface Served {
  api: (request: Request, path: string) => Promise<Response>;
  /** Whether the answer to a request of the bot's is to be lost. */
  isLost: (method: string, path: string) => boolean;
  attachments: Attachments;
  gateway: Gateway;
  /** What else there is. */
  page?: PageServer | undefined;
}

/** Discord's REST interface, its files and its gateway. */
export function serverOf({ api, isLost, attachments, gateway, page }: Served): Server {
  const listener = getRequestListener(async (request, bindings) => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/attachments/')) return attachments.serve(pathname);
    if (!pathname.startsWith('/api/')) return page?.fetch(request) ?? new Response(null, { status: 404 });
    const response = await api(request, pathname);
    if ('outgoing' in bindings && isLost(request.method, pathname)) bindings.outgoing.destroy();
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
      sockets.handleUpgrade(request, socket, head, (accepted) => gateway.accept(accepted, query.get('v')));
    else if (path === '/page' && page !== undefined) page.upgrade(query, request, socket, head);
    else socket.destroy();
  });
  return server;
}
