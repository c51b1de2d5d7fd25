/** Reads times, `[typed, now][]` as JSON, in the time zone of its environment, and prints the moments as JSON. */
import { readTime } from '../../src/times/index.js';

const asked = JSON.parse(process.argv[2] ?? '') as [typed: string, now: string][];
const read = ([typed, now]: (typeof asked)[number]) =>
  readTime(typed, { now: new Date(now), language: 'en' });
process.stdout.write(JSON.stringify(await Promise.all(asked.map(read))));
