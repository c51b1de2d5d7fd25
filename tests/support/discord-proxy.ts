import { createServer, request as forward } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** What the bot sent to Discord. */
export interface Sent {
  method: string;
  path: string;
  /** JSON, beside which there may have been files; `undefined` where there was none. */
  body: unknown;
}

/** Stands between a bot and Discord's REST interface, and holds what passes. */
export interface DiscordProxy {
  /** For discord.js's `rest.api`. */
  api: string;
  /** Oldest first. */
  sent: Sent[];
  close(): Promise<void>;
}

/** @param target the address of the REST interface, without its version. */
export async function discordProxy(target: string): Promise<DiscordProxy> {
  const sent: Sent[] = [];
  const { origin, pathname } = new URL(target);
  const server = createServer((request, response) => {
    void serve(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return {
    api: `http://127.0.0.1:${address.port}${pathname}`,
    sent,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const { method = 'GET', url = '/', headers } = request;
    sent.push({ method, path: url, body: await jsonIn(bytes, headers['content-type']) });
    const onward = forward(new URL(url, origin), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    onward.once('error', () => response.destroy());
    onward.end(bytes);
  }
}

/** https://discord.com/developers/docs/reference#uploading-files */
async function jsonIn(bytes: Buffer, contentType = ''): Promise<unknown> {
  if (bytes.length === 0) return undefined;
  if (!contentType.startsWith('multipart/form-data')) return JSON.parse(bytes.toString());
  const form = await new Response(new Uint8Array(bytes), {
    headers: { 'content-type': contentType },
  }).formData();
  const json = form.get('payload_json');
  return typeof json === 'string' ? JSON.parse(json) : undefined;
}
