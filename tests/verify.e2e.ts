import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { characterIdOf, rosterIdOf } from '../src/party/streams.js';
import { interactionId, mara, tables } from './commands/table.js';
import type { Table } from './commands/table.js';
import { itemsOf, overwrite } from './ledger/fixture.js';
import { Program, temporaryFolder } from './support/program.js';

/** `npm run verify`, over a table with two servers: each with a roster, a Thorin of three entries and a Lia of two. */
const at = tables();
const servers: { table: Table; thorin: string; lia: string }[] = [];
beforeAll(async () => {
  for (let i = 0; i < 2; i++) {
    const table = await at.open();
    const [thorin, lia] = [interactionId(), interactionId()];
    await table.as(mara, 'character add', { name: 'Thorin', max: 31 }, thorin);
    await table.as(mara, 'character add', { name: 'Lia', max: 24 }, lia);
    await table.as(mara, 'damage', { amount: '7', target: 'Thorin, Lia' });
    await table.as(mara, 'heal', { amount: '3', target: 'Thorin' });
    servers.push({ table, thorin: characterIdOf(thorin), lia: characterIdOf(lia) });
  }
});
afterEach(() => {
  at.proxy.fate = () => 'pass';
});

/** What it says, and the code with which it ends. */
async function verify(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const program = new Program(env, 'verify');
  const code = await program.ended();
  expect(program.output).not.toMatch(/\n\s+at /);
  return { code, output: program.output };
}
const onTable = () => verify({ DYNAMODB_ENDPOINT: at.proxy.endpoint, TABLE_NAME: at.store.table });

test('a table on which all is whole ends it with 0, and is only read', async () => {
  at.proxy.requests.length = 0;
  const { code, output } = await onTable();
  expect(output).toMatch(
    /^Looked at 6 streams, 14 events \((character: 4|roster: 2), (character: 4|roster: 2)\)\.$/m,
  );
  expect(output).toContain('All are whole and unaltered.');
  expect(code).toBe(0);
  expect(new Set(at.proxy.requests)).toEqual(new Set(['DescribeTable', 'Scan', 'Query']));
});

test('a stream that can’t be read does not end it, but its code is 2', async () => {
  let left = 1;
  at.proxy.fate = (operation) =>
    operation === 'Query' && left-- > 0 ? { status: 400, type: 'AccessDeniedException' } : 'pass';
  const { code, output } = await onTable();
  expect(output).toMatch(/^(character "\w+" \([-0-9a-f]{36}\)|roster [-0-9a-f]{36}) could not be read: /m);
  expect(output).toContain('Looked at 6 streams');
  expect(output).toContain('Wrong: 0. Could not be read: 1.');
  expect(code).toBe(2);
});

test('each stream that is wrong is named, with the first version that is; it ends with 1', async () => {
  const [one, other] = servers;
  if (one === undefined || other === undefined) throw new Error('there are two servers');
  const altered = async (id: string, version: number, change: object) =>
    overwrite(at.store, { ...(await itemsOf(at.store, id))[version - 1], ...change });
  await altered(one.thorin, 2, { Change: -1 });
  await at.store.documents.send(
    new DeleteCommand({ TableName: at.store.table, Key: { Id: one.lia, Version: 1 } }),
  );
  await altered(other.lia, 1, { Type: 'Invented' });
  await altered(rosterIdOf(other.table.server), 2, { Details: {} });
  const { code, output } = await onTable();
  expect(
    output
      .split('\n')
      .filter((line) => line.includes(': v'))
      .sort(),
  ).toEqual(
    [
      `character "Thorin" (${one.thorin}): v2 is not the event that was written`,
      `character "Lia" (${one.lia}): v1 is missing`,
      `stream ${other.lia}: v1 is of no kind that this program knows`,
      `roster ${rosterIdOf(other.table.server)}: v2 is not the event that was written`,
    ].sort(),
  );
  expect(output).toContain('Looked at 6 streams');
  expect(output).toContain('Wrong: 4. Could not be read: 0.');
  expect(code).toBe(1);
});

test('where it could not look it says so, and ends with 2', async () => {
  const folder = await temporaryFolder();
  const [noFolder, noStore] = await Promise.all([
    verify({ DATA_DIR: folder.path }),
    verify({ DYNAMODB_ENDPOINT: 'http://127.0.0.1:9' }),
  ]);
  expect(noFolder.output).toContain(`There is no ledger in the folder ${folder.path}`);
  expect(noStore.output).toContain("can't be opened: connect ECONNREFUSED");
  expect([noFolder.code, noStore.code]).toEqual([2, 2]);
  await folder.remove();
});
