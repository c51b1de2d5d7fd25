import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from '@jest/globals';
import { browserOptions } from '../playground/browser.js';
import { temporaryFolder } from '../support/program.js';
import { becomes } from './bound.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** So soon after the runner all that it started has to be gone. Milliseconds. */
const goneWithinMs = 10_000;
const { signal } = new AbortController();

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

interface Running {
  pid: number;
  parent: number;
  /** When it started: tells it from a later process with the same number. */
  started: string;
  command: string;
}

/** A line of `ps`: pid, parent, state, the five words of the start time, the command. */
const psLine = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(\S+\s+\S+\s+\S+\s+\S+\s+\S+)\s+(.*)$/;

/** All processes of this machine, without zombies. */
function running(): Running[] {
  const columns = ['pid', 'ppid', 'stat', 'lstart', 'args'].flatMap((name) => ['-o', `${name}=`]);
  const listing = execFileSync('ps', ['-A', '-ww', ...columns], { encoding: 'utf8' });
  return listing.split('\n').flatMap((line) => {
    const [, pid, parent, state = 'Z', started = '', command = ''] = psLine.exec(line) ?? [];
    if (state.startsWith('Z')) return [];
    return [{ pid: Number(pid), parent: Number(parent), started, command }];
  });
}

/** A process's children, theirs, and so on. */
function descendants(pid: number, all = running()): Running[] {
  return all
    .filter(({ parent }) => parent === pid)
    .flatMap((child) => [child, ...descendants(child.pid, all)]);
}

test('after kill -9 of the runner nothing that it started is left, whatever that was doing', async () => {
  const folder = await temporaryFolder();
  ends.push(() => folder.remove());
  const started = join(folder.path, 'started');
  const browser = existsSync(browserOptions.executablePath);
  if (!browser) console.info('there is no Chromium on this machine: checked without a browser');
  const flags = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js'];
  const files = ['--testMatch=**/left-behind.{one,other}.js', '--maxWorkers=2'];
  const runner = spawn(process.execPath, [...flags, ...files], {
    cwd: root,
    env: { ...process.env, HP_LEDGER_STARTED: started, HP_LEDGER_BROWSER: browser ? '1' : '0' },
    stdio: 'ignore',
  });
  ends.push(() => runner.kill('SIGKILL'));
  const haveStarted = () => existsSync(started) && readFileSync(started, 'utf8') === 'started\n'.repeat(2);
  expect(await becomes(haveStarted, 150_000, signal)).toBe(true);

  const before = descendants(runner.pid ?? 0);
  // of each of the two: Jest's worker, a store, two programs, a ledger's process
  for (const [what, count] of [
    ['processChild.js', 2],
    ['embedded/child.js', 2],
    ['src/main.js', 4],
    ['faults/worker.js', 2],
  ] as const)
    expect([what, before.filter(({ command }) => command.includes(what)).length]).toEqual([what, count]);
  if (browser) expect(before.some(({ command }) => command.includes('--remote-debugging-pipe'))).toBe(true);

  runner.kill('SIGKILL');
  const left = () =>
    running().filter(({ pid, started: at }) => before.some((one) => one.pid === pid && one.started === at));
  await becomes(() => left().length === 0, goneWithinMs, signal);
  expect(left()).toEqual([]);
});
