/** What of AWS Lambda's Node.js runtime a streamed answer needs, in a process of its own that is sent events. */
import { createRequire } from 'node:module';
import { PassThrough } from 'node:stream';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { LambdaContext } from '../../src/discord/http/lambda.js';

/** What came of an event: `answered` once the answer is out, `done` once the function has ended. */
export type Said =
  { what: 'ready'; loaded: string[] } | { what: 'answered'; status: number; body: string } | { what: 'done' };

/** What this process is sent: an event, or how much time its function has from now on. Milliseconds. */
export type Sent = { event: unknown } | { remainingMs: number };

type Handler = (event: unknown, stream: Writable, context: LambdaContext) => Promise<void>;
const statuses = new WeakMap<Writable, number>();
Object.assign(globalThis, {
  awslambda: {
    streamifyResponse: (handler: Handler) => handler,
    HttpResponseStream: {
      from(stream: Writable, { statusCode }: { statusCode: number }) {
        statuses.set(stream, statusCode);
        return stream;
      },
    },
  },
});
const say = (said: Said) => process.send?.(said);

const { handler } = (await import('../../src/lambda.js')) as unknown as { handler: Handler };
let remainingMs = 60_000;
const context = { getRemainingTimeInMillis: () => remainingMs };
process.on('message', (sent: Sent) => {
  if ('remainingMs' in sent) remainingMs = sent.remainingMs;
  else handle(sent.event);
});

function handle(event: unknown): void {
  const stream = new PassThrough();
  let body = '';
  stream.on('data', (chunk: Buffer) => (body += chunk.toString()));
  const answered = finished(stream).then(() =>
    say({ what: 'answered', status: statuses.get(stream) ?? 0, body }),
  );
  void Promise.all([handler(event, stream, context), answered]).then(() => say({ what: 'done' }));
}

process.once('disconnect', () => process.exit(0));
// packages that are loaded as CommonJS, which the large ones are
const loaded = Object.keys(createRequire(import.meta.url).cache).flatMap(
  (file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.slice(1) ?? [],
);
say({ what: 'ready', loaded: [...new Set(loaded)] });
