import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startStandIn } from '../src/playground/index.js';
import type { StandIn } from '../src/playground/index.js';
import { english } from '../src/words/index.js';
import { textOf, until } from './discord/bot.js';
import { Program, temporaryFolder } from './support/program.js';

let discord: StandIn;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let program: Program;
let store: number;
beforeEach(async () => {
  discord = await startStandIn();
  folder = await temporaryFolder();
  program = new Program({ DISCORD_TOKEN: discord.token, DISCORD_API: discord.api, DATA_DIR: folder.path });
  await program.says(/the commands (were registered at|at) Discord/);
  const [only] = childrenOf(program.pid);
  store = only ?? 0;
  expect(isThere(store)).toBe(true);
}, 60_000);
afterEach(async () => {
  // it holds the program's output
  if (isThere(store)) process.kill(store, 'SIGKILL');
  await program.end('SIGKILL');
  await discord.close();
  await folder.remove();
}, 60_000);

const said = async (line: string) => textOf({ discord }, await discord.as('Tomas').type(line));

describe('a program whose store has stopped', () => {
  test('ends when it is asked to, says what it can not know, and leaves no process behind', async () => {
    await said('/hp character add name:Thorin max:100');
    process.kill(store, 'SIGSTOP');
    const outcome = await discord.as('Tomas').type('/hp damage amount:7');
    await until(() => textOf({ discord }, outcome) === english.notKnown);
    const asked = Date.now();
    expect(await program.end('SIGTERM')).toBe(1);
    // far more than it takes; without an end it would be never
    expect(Date.now() - asked).toBeLessThan(20_000);
    expect(textOf({ discord }, outcome)).toBe(english.refusals['not-known']({ code: 'not-known' }));
    expect(program.output).toContain('did not end as it should: the ledger');
    await until(() => !isThere(store));
  }, 60_000);

  test('ends at once when it is asked again, with its store', async () => {
    await said('/hp character add name:Thorin max:100');
    process.kill(store, 'SIGSTOP');
    void discord.as('Tomas').type('/hp damage amount:7');
    // npm passes on a second SIGINT when somebody types Ctrl+C
    process.kill(program.pid, 'SIGINT');
    process.kill(program.pid, 'SIGINT');
    await program.says(/finishing what is in flight/);
    await until(() => {
      if (!program.hasEnded) process.kill(program.pid, 'SIGTERM');
      return program.hasEnded;
    });
    expect(await program.ended()).toBe(1);
    expect(program.output).toContain('asked once more: ending at once');
    await until(() => !isThere(store));
  }, 60_000);

  test('takes its store with it by kill -9, once that goes on', async () => {
    process.kill(store, 'SIGSTOP');
    process.kill(program.pid, 'SIGKILL');
    await until(() => program.hasEnded);
    if (isThere(store)) process.kill(store, 'SIGCONT');
    await until(() => !isThere(store));
  }, 60_000);
});

test('a program that is killed takes its store with it', async () => {
  await program.end('SIGKILL');
  await until(() => !isThere(store));
}, 60_000);

/** The processes that a process has started. */
function childrenOf(parent: number): number[] {
  return processes().flatMap(({ pid, ppid }) => (ppid === parent ? [pid] : []));
}

/** Whether a process runs, or could. */
function isThere(pid: number): boolean {
  return processes().some((one) => one.pid === pid && one.state !== 'Z');
}

/** As /proc has them. */
function processes(): { pid: number; ppid: number; state: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const text = readFileSync(`/proc/${name}/stat`, 'utf8');
        // its name, which stands in brackets, may hold anything
        const [state = '', ppid = ''] = text.slice(text.lastIndexOf(')') + 2).split(' ');
        return [{ pid: Number(name), ppid: Number(ppid), state }];
      } catch {
        // it has just ended
        return [];
      }
    });
}
