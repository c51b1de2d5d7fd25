import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { v4 } from 'uuid';
import type { Done } from './contention-process.js';
import { fill } from './fill.js';
import { trail } from './game.js';
import { timed } from './measure.js';
import type { Report } from './measure.js';
import { clientOf, counting, documentsOf, testStore } from './store.js';
import { openLedger } from '../src/ledger/index.js';

const program = fileURLToPath(new URL('./contention-process.js', import.meta.url));
/** Entries that all processes append together. */
const entries = 400;

/** Several processes that append to one character at once. */
export async function contention(): Promise<{ reports: Report[] }> {
  const { endpoint, region, table, ...store } = await testStore();
  const config = { store: 'endpoint' as const, endpoint, region, table };
  await (await openLedger(config)).close();
  const documents = documentsOf(clientOf({ endpoint, region, table, ...store }, counting()));
  const rows: (string | number)[][] = [];
  for (const count of [1, 2, 4, 8]) {
    const id = v4();
    await fill(documents, table, trail(id, 1));
    const children = await Promise.all(
      Array.from({ length: count }, async () => {
        const child = fork(program, [JSON.stringify(config)], { execArgv: [] });
        await once(child, 'message');
        return child;
      }),
    );
    let done: Done[] = [];
    const milliseconds = await timed(async () => {
      const answers = children.map((child) => once(child, 'message') as Promise<[Done]>);
      for (const child of children) child.send({ id, hits: entries / count });
      done = (await Promise.all(answers)).map(([one]) => one);
    });
    const failed = done.reduce((sum, one) => sum + one.failed, 0);
    const requests = done.reduce((sum, one) => sum + one.requests, 0);
    rows.push([String(count), requests / (entries - failed), String(failed), milliseconds / entries]);
  }
  await store.close();
  const title = 'Several processes at one character';
  const about = `${entries} hits at once on one character, shared out to so many processes. The first entry of each costs a Query.`;
  return {
    reports: [{ title, about, head: ['processes', 'requests per entry', 'failed', 'ms per entry'], rows }],
  };
}
