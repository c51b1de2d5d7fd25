import { createServer } from 'node:http';
import type { Server } from 'node:http';

/** Answers GET /healthz on a port: 200 while the program is well, 503 while it is not. */
export async function serveHealth(port: number, isWell: () => boolean): Promise<Server> {
  const server = createServer((request, response) => {
    const known = request.method === 'GET' && request.url === '/healthz';
    response.writeHead(known ? (isWell() ? 200 : 503) : 404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, resolve);
  });
  return server;
}
