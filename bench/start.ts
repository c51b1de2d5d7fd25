import { fork } from 'node:child_process';
import { on as eventsOf, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Program } from '../tests/support/program.js';
import type { Said } from '../tests/discord/lambda-process.js';
import { discord, isReady, on } from './discord.js';
import { functionUrlEvent } from '../tests/discord/function-url-event.js';
import { median, timed } from './measure.js';
import type { Report } from './measure.js';
import { testStore } from './store.js';

const times = process.env.BENCH_QUICK === undefined ? 9 : 3;

/** From starting a process to when it takes commands. */
export async function start(): Promise<Report[]> {
  const store = await testStore();
  const standIn = await discord();
  const env = on(standIn, store);
  const DISCORD_PUBLIC_KEY = standIn.endpoint.publicKey;

  async function program(script: 'main' | 'serve', more: Record<string, string>, ready: RegExp) {
    const started = new Program({ ...env, ...more }, script);
    const ended = () => started.end('SIGTERM');
    await started.says(ready);
    return ended;
  }
  /** A new instance of the function, until it has answered its first interaction. */
  async function lambda() {
    const file = fileURLToPath(new URL('../tests/discord/lambda-process.js', import.meta.url));
    const child = fork(file, [], { execArgv: [], env: { ...env, DISCORD_PUBLIC_KEY } });
    const said = eventsOf(child, 'message') as AsyncIterator<[Said]>;
    await said.next();
    const body = '{"type":1}';
    child.send(functionUrlEvent(body, standIn.endpoint.headersFor(body)));
    await said.next();
    return async () => {
      child.disconnect();
      await once(child, 'exit');
    };
  }
  const ways = {
    '`npm start` (its process), to the commands': () => program('main', {}, isReady),
    '`npm run serve` (its process), to the port': () =>
      program('serve', { DISCORD_PUBLIC_KEY, HOST: '127.0.0.1', PORT: '0' }, /"port":\d+,"path"/),
    'the Lambda function’s handler, to the answer to a ping': lambda,
  };
  const rows: (string | number)[][] = [];
  for (const [name, way] of Object.entries(ways)) {
    const taken: number[] = [];
    for (let i = 0; i < times; i++) {
      let end: () => Promise<unknown> = () => Promise.resolve();
      taken.push(await timed(async () => (end = await way())));
      await end();
    }
    rows.push([name, median(taken), Math.max(...taken)]);
  }
  await standIn.close();
  await store.close();
  const about = `Milliseconds from starting a process, with Node's own; median and slowest of ${times}. The table is there.`;
  return [{ title: 'To be ready', about, head: ['', 'median', 'slowest'], rows }];
}
