import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from '@jest/globals';
import { v4 } from 'uuid';
import { storeProxy } from '../support/store-proxy.js';
import { meta } from './counter.js';
import { appended, fixture, wholeStream } from './fixture.js';
import type { Commands } from './process.js';

const at = fixture();
const program = fileURLToPath(new URL('./process.js', import.meta.url));
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** Starts a process with a ledger. @returns what sends it commands and brings the answers. */
async function started(endpoint = at.proxy.endpoint) {
  const { table, region } = at.store;
  const config = JSON.stringify({ store: 'endpoint', endpoint, table, region });
  const child = fork(program, [config], { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  stops.push(() => child.kill('SIGKILL'));
  await once(child, 'message');
  return async (commands: Commands) => {
    const answered = once(child, 'message');
    child.send(commands);
    const [answers] = (await answered) as [unknown[]];
    return answers;
  };
}

test('fifty changes at once from three processes are fifty events without a gap', async () => {
  const processes = await Promise.all([started(), started(), started()]);
  const id = v4();
  const amounts = Array.from({ length: 50 }, (_, amount) => amount);
  const answers = await Promise.all(
    processes.map((send, process) =>
      send({
        id,
        commands: amounts
          .filter((amount) => amount % 3 === process)
          .map((amount) => ({ amount, meta: meta() })),
        answerWithin: 20_000,
      }),
    ),
  );
  const versions = answers.flat().map((answer) => (answer as { version: number }).version);
  expect(versions.sort((a, b) => a - b)).toEqual(amounts.map((amount) => amount + 1));
  expect(await wholeStream(await at.another(), id)).toEqual({ events: 50, value: (49 * 50) / 2 });
});

test('one interaction twenty times at once to each of two processes is one event, and the same answer', async () => {
  const processes = await Promise.all([started(), started()]);
  const ledger = await at.another();
  const id = await appended(ledger, [1, 2, 3]);
  const same = { amount: 7, meta: meta() };
  const commands = Array.from({ length: 20 }, () => same);
  const answers = await Promise.all(processes.map((send) => send({ id, commands, answerWithin: 20_000 })));
  for (const answer of answers.flat())
    expect(answer).toEqual({ version: 4, value: 13, recent: [4, 3, 2, 1] });
  expect(await wholeStream(ledger, id)).toEqual({ events: 4, value: 13 });
});

test('a store that is not there any more means at once, for certain, that nothing was recorded', async () => {
  const proxy = await storeProxy(at.store.endpoint);
  const send = await started(proxy.endpoint);
  const id = v4();
  const command = () => ({ id, commands: [{ amount: 7, meta: meta() }], answerWithin: 500 });
  expect(await send(command())).toEqual([{ version: 1, value: 7, recent: [1] }]);
  await proxy.close();
  const notRecorded = ['NotRecorded: nothing was recorded: store-unavailable'];
  // until its end of the connection has closed: what is sent on one that breaks is in doubt
  const toAnother = () => send({ ...command(), id: v4() });
  for (let said = await toAnother(); said[0] === 'unknown';) said = await toAnother();
  expect(await send(command())).toEqual(notRecorded);
  expect(await toAnother()).toEqual(notRecorded);
  expect(await wholeStream(await at.another(), id)).toEqual({ events: 1, value: 7 });
});
