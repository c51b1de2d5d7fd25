import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { Meter } from './meter.js';

/**
 * Says on a port of its own how the program is: GET /healthz, 200 while it runs; /readyz, 200 while Discord can reach it, else
 * 503; /metrics, what is counted.
 */
export async function serveHealth(
  port: number,
  meter: Pick<Meter, 'text' | 'contentType'>,
  isReady: () => boolean,
): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET') response.writeHead(405, { Allow: 'GET' }).end();
    else if (request.url === '/healthz') response.writeHead(200).end();
    else if (request.url === '/readyz') response.writeHead(isReady() ? 200 : 503).end();
    else if (request.url === '/metrics')
      meter.text().then(
        (text) => response.writeHead(200, { 'content-type': meter.contentType }).end(text),
        () => response.writeHead(500).end(),
      );
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, resolve);
  });
  return server;
}
