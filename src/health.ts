import { createServer } from 'node:http';
import type { Meter } from './meter.js';

export interface Health {
  close(): Promise<void>;
}

/**
 * Says on a port of its own how the program is: GET /healthz, 200 while it runs; /readyz, 200 while it can do its work, else
 * 503; /metrics, what is counted. @throws {Error} EADDRINUSE where the port is taken.
 */
export async function serveHealth(
  { host, port }: { host: string; port: number },
  meter: Pick<Meter, 'text' | 'contentType'>,
  isReady: () => boolean | Promise<boolean>,
): Promise<Health> {
  const server = createServer((request, response) => {
    const say = (status: number, headers = {}, text = '') => response.writeHead(status, headers).end(text);
    if (request.method !== 'GET') say(405, { Allow: 'GET' });
    else if (request.url === '/healthz') say(200);
    else if (request.url === '/readyz')
      Promise.resolve(isReady()).then(
        (ready) => say(ready ? 200 : 503),
        () => say(503),
      );
    else if (request.url === '/metrics')
      meter.text().then(
        (text) => say(200, { 'content-type': meter.contentType }, text),
        () => say(500),
      );
    else say(404);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
