import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { refusing } from '../src/replies/color.js';
import { allItems } from '../tests/support/store.js';
import { discord, isReady, on } from './discord.js';
import { fill } from './fill.js';
import { trail } from './game.js';
import { MeasuredProgram } from './measured-program.js';
import type { Report } from './measure.js';
import { clientOf, counting, documentsOf, testStore } from './store.js';

const quick = process.env.BENCH_QUICK !== undefined;
/** Characters that are touched, entries that are exported, commands that are given. */
export const many = quick ? 5_000 : 100_000;
const characters = 100;
/** Commands that are under way at once. */
const atOnce = 100;

/** How much memory the program takes, and whether that grows. */
export async function memory(): Promise<Report[]> {
  return [await remembered(), ...(await ofTheProgram())];
}

/** What the ledger remembers of characters, in a process of its own. */
async function remembered(): Promise<Report> {
  const program = fileURLToPath(new URL('./memory-process.js', import.meta.url));
  const child = fork(program, [String(many)], { execArgv: [] });
  const [rows] = (await once(child, 'message')) as [[number, number][]];
  return {
    title: 'What is remembered',
    about:
      'Megabytes of a process’s heap after collection, when the ends of so many characters’ trails (five entries each) have been asked for, one after the other. 10,000 are remembered; the store of this part is made up, in memory.',
    head: ['characters', 'MB'],
    rows: rows.map(([touched, megabytes]) => [touched.toLocaleString('en-US'), megabytes]),
  };
}

async function ofTheProgram(): Promise<Report[]> {
  const store = await testStore();
  const standIn = await discord();
  const mara = standIn.as('Mara');
  const given = async (line: string) => {
    const outcome = await mara.type(line);
    if (outcome.kind !== 'message') throw new Error(`${line}: ${outcome.kind}`);
    const [embed] = standIn.messages.get(outcome.messageId).message.embeds;
    if (embed?.color === refusing) throw new Error(`${line}: ${embed.description}`);
  };
  const first = new MeasuredProgram(on(standIn, store));
  await first.says(isReady);
  await given('/hp character add name:Long max:9999');
  await first.end('SIGTERM');
  const enrolled = (await allItems(store)).find(({ Type }) => Type === 'Enrolled');
  const documents = documentsOf(clientOf(store, counting()));
  await fill(documents, store.table, trail(String(enrolled?.Id), many));

  const program = new MeasuredProgram(on(standIn, store));
  await program.says(isReady);
  const rows: (string | number)[][] = [];
  const look = async (what: string) => {
    const heap = await program.heap();
    const { now, most } = await program.resident();
    rows.push([what, heap, now, most]);
  };
  await look('at rest');
  await given('/hp export target:Long format:csv');
  await look(`after an export of ${many.toLocaleString('en-US')} entries`);
  for (let i = 0; i < characters; i++) await given(`/hp character add name:C${i} max:9999 kind:creature`);
  let next = 0;
  const hits = async () => {
    for (let i = 0; i < many / 10 / atOnce; i++)
      await given(`/hp damage amount:1 target:C${next++ % characters}`);
  };
  for (let tenth = 1; tenth <= 10; tenth++) {
    await Promise.all(Array.from({ length: atOnce }, hits));
    await look(`after ${((tenth * many) / 10).toLocaleString('en-US')} commands`);
  }
  await program.end('SIGTERM');
  await standIn.close();
  await store.close();
  return [
    {
      title: 'What the program takes',
      about: `Megabytes of \`npm start\` over a stand-in for Discord, one after the other in the same process. The commands are hits on ${characters} characters, ${atOnce} at a time. What was recorded in the last two minutes is remembered, and after an export the thread that draws is not there.`,
      head: ['', 'heap after collection', 'resident', 'most resident so far'],
      rows,
    },
  ];
}
