import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startStandIn } from '../src/playground/index.js';
import type { StandIn } from '../src/playground/index.js';
import { comesTo } from './support/comes-to.js';
import { freePort, Program, temporaryFolder } from './support/program.js';
import { storeProxy } from './support/store-proxy.js';
import type { StoreProxy } from './support/store-proxy.js';
import { testStore } from './support/store.js';
import type { TestStore } from './support/store.js';

/** How the programs start where something is away, taken or lost. */
let discord: StandIn;
let store: TestStore;
let proxy: StoreProxy;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let programs: Program[] = [];
let taken: Server[] = [];
beforeEach(async () => {
  discord = await startStandIn();
  store = await testStore();
  proxy = await storeProxy(store.endpoint);
  folder = await temporaryFolder();
});
afterEach(async () => {
  for (const program of programs) await program.end('SIGKILL');
  for (const server of taken) server.close();
  programs = [];
  taken = [];
  await discord.close();
  await proxy.close();
  await store.close();
  await folder.remove();
});

const scripts = ['main', 'serve'] as const;
function started(script: (typeof scripts)[number], env: Record<string, string> = {}): Program {
  const program = new Program(
    {
      ...{ DISCORD_API: discord.api, DISCORD_TOKEN: discord.token },
      ...{ DISCORD_PUBLIC_KEY: discord.endpoint.publicKey, HOST: '127.0.0.1', PORT: '0' },
      ...{ DYNAMODB_ENDPOINT: proxy.endpoint, TABLE_NAME: store.table },
      ...env,
    },
    script,
  );
  programs.push(program);
  return program;
}
/** The status of a path, 0 where there is no answer. */
const statusOf = (port: number, path: string) =>
  fetch(`http://127.0.0.1:${port}${path}`).then(
    ({ status }) => status,
    () => 0,
  );
/** Waits until a path has a status, for a minute at most. */
const becomes = (port: number, path: string, wanted: number) => comesTo(() => statusOf(port, path), wanted);
/** A port that another program has. */
async function takenPort(): Promise<string> {
  const server = createServer().listen(0, '0.0.0.0');
  taken.push(server);
  await once(server, 'listening');
  return String((server.address() as AddressInfo).port);
}

describe.each(scripts)('%s', (script) => {
  test('has its commands at Discord though the first three tries to register them are lost, and warns of an old Node in one line', async () => {
    let lost = 0;
    discord.faults.loseRequest = (method, path) =>
      method === 'PUT' && path.endsWith('/commands') && lost++ < 3;
    const registered = new Promise((resolve) => discord.once('commands', resolve));
    const program = started(script);
    await registered;
    await program.says(/(could not be registered at Discord; trying again[^]*){3}/);
    expect(lost).toBe(4);
    expect(program.output).not.toContain('NodeVersionSupportWarning');
    const isOld = Number(process.versions.node.split('.')[0]) < 22;
    expect(program.output.match(/updates of the AWS SDK need/g) ?? []).toHaveLength(isOld ? 1 : 0);
  }, 90_000);

  test('says in one sentence that a port of its own is taken, and which variable names it', async () => {
    const port = await takenPort();
    const program = started(script, { HEALTH_PORT: port });
    expect(await program.ended()).toBe(1);
    expect(program.output).toContain(`HEALTH_PORT is ${port}, which another program has.`);
    expect(program.output).not.toMatch(/\n\s+at /);
  }, 60_000);

  test('opens its health port first, and is ready once it can do its work', async () => {
    const port = await freePort();
    proxy.fate = () => 'hang';
    started(script, { HEALTH_PORT: String(port) });
    await becomes(port, '/healthz', 200);
    expect(await statusOf(port, '/readyz')).toBe(503);
    proxy.fate = () => 'pass';
    await becomes(port, '/readyz', 200);
  }, 150_000);
});

test('main is alive while Discord is away at its start, and not ready until it is there', async () => {
  const port = await freePort();
  await discord.goDown();
  const program = started('main', { HEALTH_PORT: String(port) });
  await program.says(/Discord could not be reached; trying again/);
  expect(await statusOf(port, '/healthz')).toBe(200);
  expect(await statusOf(port, '/readyz')).toBe(503);
  await discord.listen();
  await becomes(port, '/readyz', 200);
}, 90_000);

test('serve is ready only while its store answers', async () => {
  const port = await freePort();
  started('serve', { HEALTH_PORT: String(port) });
  await becomes(port, '/readyz', 200);
  proxy.fate = () => 'hang';
  await becomes(port, '/readyz', 503);
  expect(await statusOf(port, '/healthz')).toBe(200);
  proxy.fate = () => 'pass';
  await becomes(port, '/readyz', 200);
}, 90_000);

test('serve says in one sentence that its port is taken', async () => {
  const port = await takenPort();
  const program = started('serve', { PORT: port });
  expect(await program.ended()).toBe(1);
  expect(program.output).toContain(`PORT is ${port}, which another program has.`);
  expect(program.output).not.toMatch(/\n\s+at /);
}, 60_000);

test('the playground takes a free port where its own is taken, and says so', async () => {
  const port = await takenPort();
  const program = new Program({ DATA_DIR: folder.path, PLAYGROUND_PORT: port });
  programs.push(program);
  await program.says(/The playground is open at http/);
  expect(program.output).toContain(`PLAYGROUND_PORT is ${port}, which another program has`);
}, 60_000);

test('a bot with too few shards is told of the setting, and ends', async () => {
  discord.gateway.refusal = () => 4_011;
  const program = started('main');
  expect(await program.ended()).toBe(1);
  expect(program.output).toContain('SHARDS=auto');
}, 60_000);
