/**
 * The embedded store's process: dynalite on a loopback port, with its files in a folder. A process of its own, because a client
 * that breaks off in the middle of a request ends it. It ends with the bot, whose channel to it closes even on `kill -9`; for
 * as long as it lives the files are locked.
 *
 * Arguments: the folder, the port (0 for any). Says {port} once it listens, or {locked} when another holds the files.
 */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import dynalite from 'dynalite';
import { Level } from 'level';
import type { FromChild } from './message.js';

/** How long the process of a bot that has just ended may hold the files. Milliseconds. */
const patience = 5_000;

const [path = '', port = '0'] = process.argv.slice(2);
process.once('disconnect', () => process.exit(0));
// Ctrl+C reaches the whole group; the bot says when it has finished
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);

// the bot may have gone while this was loading
if (!process.connected) process.exit(0);

say(await started());

async function started(): Promise<FromChild> {
  try {
    return (await unlocked()) ? { port: await listening() } : { locked: true };
  } catch (error) {
    return { failure: reasonOf(error) };
  }
}

/** @returns the port that it listens on. */
async function listening(): Promise<number> {
  const server = dynalite({ path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  server.listen(Number(port), '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return address.port;
}

/** Whether the files can be had, now or soon. */
async function unlocked(): Promise<boolean> {
  for (const until = Date.now() + patience; ;) {
    const files = new Level(path);
    try {
      await files.open();
      await files.close();
      return true;
    } catch (error) {
      if (!isLocked(error)) throw error;
      if (Date.now() > until) return false;
      await sleep(50);
    }
  }
}

function isLocked(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === 'LEVEL_LOCKED') || isLocked(error.cause);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}

function say(message: FromChild): void {
  // where the bot has just gone, this process ends with it
  process.send?.(message, () => undefined);
}
