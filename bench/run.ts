import { cpus } from 'node:os';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { answer } from './answer.js';
import { contention } from './contention.js';
import { cost } from './cost.js';
import { ledger } from './ledger.js';
import { markdownOf, seed } from './measure.js';
import type { Report } from './measure.js';
import { memory } from './memory.js';
import { reading } from './reading.js';
import { refused } from './refused.js';
import { start } from './start.js';

const parts: Record<string, () => Promise<Report[]>> = {
  async ledger() {
    const { reports, costs } = await ledger();
    return [...reports, cost(costs)];
  },
  contention: async () => (await contention()).reports,
  answer: async () => (await answer()).reports,
  refused,
  start,
  reading,
  memory,
};
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0)
  throw new Error(`there is no ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);

const store = process.env.DYNAMODB_ENDPOINT ? 'the server at DYNAMODB_ENDPOINT' : 'dynalite';
const [processor] = cpus();
const machine = `${cpus().length} × ${processor?.model.trim() ?? 'unknown processor'}, Node ${process.version}`;
const about = `Taken on ${new Date().toISOString().slice(0, 10)} on ${machine}; the store is ${store}; seed ${seed}.`;
console.log(about);

const results: Report[] = [];
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const report of await run()) {
    console.log(`\n${markdownOf(report)}`);
    results.push(report);
  }
}

if (wanted.length === 0) {
  await mkdir('bench/results', { recursive: true });
  await writeFile('bench/results/latest.json', `${JSON.stringify({ about, results }, undefined, 2)}\n`);
  const page = await readFile('docs/bench.md', 'utf8');
  const marks = /(<!-- results -->)[^]*(<!-- end -->)/;
  const text = [about, ...results.map(markdownOf)].join('\n\n');
  await writeFile(
    'docs/bench.md',
    page.replace(marks, (_, begin: string, end: string) => `${begin}\n\n${text}\n\n${end}`),
  );
}
process.exit(0);
