import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { StandIn } from '../src/playground/index.js';
import { Program } from '../tests/support/program.js';
import { discord, isReady, on } from './discord.js';
import { median, sideBySide, timed } from './measure.js';
import type { Report } from './measure.js';
import { putItem } from './sides/put-item.js';
import { testStore } from './store.js';

/** In a burst, and over so many characters. */
const [burst, characters] = [500, 100];
const runs = process.env.BENCH_QUICK === undefined ? 300 : 50;

/** From what a person sends to the answer, over the stand-in for Discord. */
export async function answer(): Promise<{ reports: Report[] }> {
  const store = await testStore();
  const [gateway, http, floor] = [await discord(), await discord(), await discord()];
  const main = new Program(on(gateway, store));
  await main.says(isReady);
  const { publicKey: DISCORD_PUBLIC_KEY } = http.endpoint;
  const serve = new Program(
    { ...on(http, store), DISCORD_PUBLIC_KEY, HOST: '127.0.0.1', PORT: '0' },
    'serve',
  );
  const [, port = ''] = await serve.says(/"port":(\d+),"path"/);
  http.endpoint.url = `http://127.0.0.1:${port}/interactions`;
  const threeLines = await threeLinesAt(floor);
  const bare = putItem(store);
  const { append } = await bare.prepare(1);

  for (let i = 0; i < characters; i++)
    await gateway.as('Mara').type(`/hp character add name:C${i} max:9999 kind:creature`);
  let next = 0;
  const hit = (standIn: StandIn) => () =>
    standIn.as('Mara').type(`/hp damage amount:1 target:C${next++ % characters}`);
  const sides = {
    'hp-ledger, gateway': { runs, run: hit(gateway) },
    'hp-ledger, HTTP': { runs, run: hit(http) },
    'a bot of three lines, no store': { runs, run: hit(floor) },
    'bare PutItem': { runs, run: append },
  };
  // as programs that have been up for a while
  for (let i = 0; i < 5; i++) await sideBySide(sides);
  const times = await sideBySide(sides);
  const single = (side: keyof typeof sides) => median(times[side]);
  const least = single('a bot of three lines, no store') + single('bare PutItem');

  const burstOf = (run: () => Promise<unknown>) =>
    timed(() => Promise.all(Array.from({ length: burst }, run)));
  const bursts = {
    'hp-ledger, gateway': await burstOf(hit(gateway)),
    'hp-ledger, HTTP': await burstOf(hit(http)),
    'a bot of three lines, no store': await burstOf(hit(floor)),
    'bare PutItem': await burstOf(append),
  };
  const leastBurst = bursts['a bot of three lines, no store'] + bursts['bare PutItem'];
  threeLines.kill();
  await main.end('SIGTERM');
  await serve.end('SIGTERM');
  for (const standIn of [gateway, http, floor]) await standIn.close();
  await bare.close();
  await store.close();
  const names = Object.keys(sides) as (keyof typeof sides)[];
  return {
    reports: [
      {
        title: 'From what a person sends to the answer',
        about: `Over a stand-in for Discord on the same machine. Single: median of ${runs}. Burst: ${burst} at once over ${characters} characters. In brackets: how many times the sum of the bot of three lines and the bare \`PutItem\`.`,
        head: ['', 'single, ms', `${burst} at once, ms`],
        rows: names.map((name) => [
          name,
          `${single(name).toFixed(1)} (${(single(name) / least).toFixed(2)}×)`,
          `${bursts[name].toFixed(0)} (${(bursts[name] / leastBurst).toFixed(2)}×)`,
        ]),
      },
    ],
  };
}

async function threeLinesAt({ api, token }: StandIn): Promise<ChildProcess> {
  const program = fileURLToPath(new URL('./three-lines.js', import.meta.url));
  const env = { ...process.env, DISCORD_API: api, DISCORD_TOKEN: token };
  const child = fork(program, [], { execArgv: [], env });
  await once(child, 'message');
  return child;
}
