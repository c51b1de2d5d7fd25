import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startStandIn } from '../../src/playground/index.js';
import type { StandIn } from '../../src/playground/index.js';
import { temporaryFolder } from '../support/program.js';
import { TimeUp, within } from './bound.js';
import { Crew } from './crew.js';

let discord: StandIn;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  discord = await startStandIn();
  folder = await temporaryFolder();
});
afterEach(async () => {
  await discord.close();
  await folder.remove();
});

test('a program that is stopped at its start is waited for, and ends with the others', async () => {
  const crew = new Crew(discord, { DATA_DIR: folder.path }, 1_000);
  await crew.start();
  expect(crew.serving).toHaveLength(1);
  await crew.close();
  expect(crew.serving).toEqual([]);
  expect(crew.crashed).toEqual([]);
});

test('a program that has not said a word yet is killed too', async () => {
  const crew = new Crew(discord, { DATA_DIR: folder.path }, 1_000);
  const starting = expect(crew.start()).rejects.toThrow('the program never said');
  await crew.close();
  await starting;
  await expect(crew.start()).rejects.toThrow('the crew has ended');
});

test('a suite that does not end in its time says which part it was in, and what runs in it is told', async () => {
  let seen: AbortSignal | undefined;
  const suite = within(100, ({ phase, signal }) => {
    phase('start the programs');
    seen = signal;
    return new Promise(() => undefined);
  });
  await expect(suite).rejects.toThrow(TimeUp);
  await expect(suite).rejects.toThrow(/not done after \d+ s; in this part for \d+ s: start the programs/);
  expect(seen?.aborted).toBe(true);
});
