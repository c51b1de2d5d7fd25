/** Loaded into a program that is measured: on SIGUSR2 it says how much its heap holds once what is garbage is collected. */
import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What the heap holds after collection. Bytes. */
export function heap(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

if (isMainThread) process.on('SIGUSR2', () => process.stdout.write(`\nheap ${heap()}\n`));
