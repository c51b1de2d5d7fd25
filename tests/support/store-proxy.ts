import { createServer, request as forward } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** What happens to one request between the bot and its store. */
export type Fate =
  | 'pass'
  /** Never reaches the store; the connection breaks. */
  | 'cut'
  /** Reaches the store and is done there; its answer is lost. */
  | 'lose-answer'
  /** Neither reaches the store nor is answered. */
  | 'hang'
  /** Reaches the store and is done there; its answer breaks off in the middle, and the connection stays open. */
  | 'stall'
  | { status: number; type: string }
  /** Reaches the store this much later. Milliseconds. */
  | { delay: number }
  /** Reaches the store once this has come to pass. */
  | { until: Promise<unknown> };

/** A request to the store: its operation and its body. */
export interface Asked {
  operation: string;
  body: Record<string, unknown>;
}

/** Stands between a bot and its store, counts what passes and lets it come to grief. */
export interface StoreProxy {
  endpoint: string;
  /** The operations asked for, in order: `PutItem`, `Query` … */
  requests: string[];
  /** @returns the requests that arrive while something is done, in order. */
  askedDuring(action: () => Promise<unknown>): Promise<Asked[]>;
  /** Decides what happens to each request; everything passes to begin with. */
  fate: (operation: string) => Fate;
  /** Lets the next so many writes meet a fate, and all else pass. */
  nextWrites(count: number, fate: Fate): void;
  /** Waits until the store has done all that is on its way to it. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export async function storeProxy(target: string): Promise<StoreProxy> {
  const requests: string[] = [];
  const listeners = new Set<(asked: Asked) => void>();
  const proxy: StoreProxy = {
    endpoint: '',
    requests,
    askedDuring,
    fate: () => 'pass',
    nextWrites,
    settled,
    close,
  };
  const onTheWay = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const served = serve(request, response).finally(() => onTheWay.delete(served));
    onTheWay.add(served);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  proxy.endpoint = `http://127.0.0.1:${address.port}`;
  return proxy;

  async function askedDuring(action: () => Promise<unknown>): Promise<Asked[]> {
    const asked: Asked[] = [];
    const listener = (one: Asked) => void asked.push(one);
    listeners.add(listener);
    try {
      await action();
    } finally {
      listeners.delete(listener);
    }
    return asked;
  }

  function nextWrites(count: number, fate: Fate): void {
    let left = count;
    proxy.fate = (operation) => (operation === 'PutItem' && left-- > 0 ? fate : 'pass');
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    requests.push(operation);
    const sent = Buffer.concat(chunks);
    for (const listener of listeners)
      listener({ operation, body: JSON.parse(sent.toString()) as Asked['body'] });
    const fate = proxy.fate(operation);
    if (fate === 'hang') return;
    if (fate === 'cut') {
      response.destroy();
      return;
    }
    if (typeof fate === 'object' && 'status' in fate) {
      response.writeHead(fate.status, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(
        JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${fate.type}`, message: fate.type }),
      );
      return;
    }
    if (typeof fate === 'object' && 'until' in fate) await fate.until;
    else if (typeof fate === 'object') await sleep(fate.delay);
    const { method = 'POST', url = '/', headers } = request;
    const onward = forward(new URL(url, target), { method, headers }, (answer) => {
      if (fate === 'lose-answer') {
        answer.resume().once('end', () => response.destroy());
        return;
      }
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      if (fate === 'stall') answer.once('data', (first: Buffer) => response.write(first.subarray(0, 1)));
      else answer.pipe(response);
    });
    onward.once('error', () => response.destroy());
    const done = new Promise((resolve) => onward.once('close', resolve));
    onward.end(sent);
    await done;
  }

  async function settled(): Promise<void> {
    await Promise.all(onTheWay);
  }

  function close(): Promise<void> {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  }
}
