import { Program } from '../tests/support/program.js';
import { discord, on } from './discord.js';
import { median, timed } from './measure.js';
import type { Report } from './measure.js';
import { testStore } from './store.js';

/** Commands that are timed in each way, and bad requests for each of them. */
const [commands, badOnes] = process.env.BENCH_QUICK === undefined ? [500, 20] : [50, 20];

/** Whether what is refused over HTTP holds up what is not. */
export async function refused(): Promise<Report[]> {
  const store = await testStore();
  const standIn = await discord();
  const { endpoint } = standIn;
  const { publicKey: DISCORD_PUBLIC_KEY } = endpoint;
  const env = { ...on(standIn, store), DISCORD_PUBLIC_KEY, HOST: '127.0.0.1', PORT: '0' };
  const serve = new Program(env, 'serve');
  const [, port = ''] = await serve.says(/"port":(\d+),"path"/);
  const url = `http://127.0.0.1:${port}/interactions`;
  endpoint.url = url;

  const post = async (body: string, headers: Record<string, string>) => {
    const answer = await fetch(url, { method: 'POST', body, headers });
    await answer.arrayBuffer();
    return answer.status;
  };
  const ping = '{"type":1}';
  const once = endpoint.headersFor(ping);
  await post(ping, once);
  const huge = 'x'.repeat(300_000);
  let sent = 0;
  const kinds: [status: number, send: () => Promise<number>][] = [
    [401, () => post(ping, { ...endpoint.headersFor(ping), 'x-signature-ed25519': '0'.repeat(128) })],
    [401, () => post(ping, once)],
    [400, () => post(`{${sent}`, endpoint.headersFor(`{${sent}`))],
    [413, () => post(huge, {})],
  ];
  const refuse = async () => {
    const [status, send] = kinds[sent++ % kinds.length] ?? [];
    const answered = await send?.();
    if (answered !== status)
      throw new Error(`a bad request was answered with ${answered} instead of ${status}`);
  };

  const mara = standIn.as('Mara');
  await mara.type('/hp character add name:Thorin max:9999');
  const hit = () => mara.type('/hp damage amount:1');
  for (let i = 0; i < 1_000; i++) await hit();
  const measured = async (before: () => Promise<unknown>) => {
    const taken: number[] = [];
    for (let i = 0; i < commands; i++) {
      await before();
      taken.push(await timed(hit));
    }
    return median(taken);
  };
  const alone = await measured(() => Promise.resolve());
  const between = await measured(async () => {
    for (let i = 0; i < badOnes; i++) await refuse();
  });
  const refusing = { goesOn: true };
  const attacker = (async () => {
    while (refusing.goesOn) await refuse();
  })();
  const during = await measured(() => Promise.resolve());
  refusing.goesOn = false;
  await attacker;
  const after = await measured(() => Promise.resolve());
  await serve.end('SIGTERM');
  await standIn.close();
  await store.close();
  return [
    {
      title: 'Beside what is refused',
      about: `Median milliseconds from what a person sends to the answer, over HTTP, of ${commands} commands each; ${sent.toLocaleString('en-US')} requests that are forged, were sent before, are malformed or too large are refused beside them. In brackets: of what it takes alone.`,
      head: ['', 'ms'],
      rows: Object.entries({
        alone,
        [`each after ${badOnes} bad requests`]: between,
        'while bad requests come in without a pause': during,
        'alone again': after,
      }).map(([name, ms]) => [name, `${ms.toFixed(1)} (${(ms / alone).toFixed(2)}×)`]),
    },
  ];
}
