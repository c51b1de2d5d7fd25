import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { WebSocketServer } from 'ws';
import type { Attachments } from './attachments.js';
import type { Faults } from './faults.js';
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
  /** What becomes of the bot's requests on their way. */
  faults: Pick<Faults, 'loseRequest' | 'loseAnswer'>;
  attachments: Attachments;
  gateway: Gateway;
  /** What else there is. */
  page?: PageServer | undefined;
}

/** Discord's REST interface, its files and its gateway. */
export function serverOf({ api, faults, attachments, gateway, page }: Served): Server {
  const listener = getRequestListener(async (request, bindings) => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/attachments/')) return attachments.serve(pathname);
    if (!pathname.startsWith('/api/')) return page?.fetch(request) ?? new Response(null, { status: 404 });
    const { method } = request;
    const breakOff = () => {
      if ('outgoing' in bindings) bindings.outgoing.destroy();
    };
    if (faults.loseRequest(method, pathname)) {
      breakOff();
      return new Response(null);
    }
    const response = await api(request, pathname);
    if (faults.loseAnswer(method, pathname)) breakOff();
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
