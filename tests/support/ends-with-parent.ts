/**
 * Loaded before all else by every Node process that a test run starts (jest.config.js sets NODE_OPTIONS): ends the process
 * when its parent is gone, however the parent went. A thread looks, so that a main thread that hangs ends too; a process that
 * is stopped ends once it is resumed.
 */
import { isMainThread, Worker, workerData } from 'node:worker_threads';

/** Between two looks at the parent. Milliseconds. */
const lookEveryMs = 500;

const watched: unknown = workerData;
if (isMainThread) {
  const parent = Number(process.env.HP_LEDGER_PARENT);
  // for the processes that this one starts
  process.env.HP_LEDGER_PARENT = String(process.pid);
  if (parent > 0) new Worker(new URL(import.meta.url), { workerData: { parent }, stdin: false }).unref();
} else if (typeof watched === 'object' && watched !== null && 'parent' in watched) {
  const { parent } = watched;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  }, lookEveryMs);
}
