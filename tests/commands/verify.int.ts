import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { hashOf } from '../../src/ledger/item.js';
import { characterIdOf } from '../../src/party/streams.js';
import { itemsOf, overwrite } from '../ledger/fixture.js';
import { ines, interactionId, mara, tables, textOf, tomas } from './table.js';
import type { Table } from './table.js';

/** Thorin has six entries: enrolled, and hit for 1 five times. */
const at = tables();
const length = 6;
let table: Table;
let id: string;
let items: Record<string, unknown>[];
beforeEach(async () => {
  table = await at.open();
  const interaction = interactionId();
  await table.as(tomas, 'character add', { name: 'Thorin', max: 31 }, interaction);
  for (let version = 2; version <= length; version++) await table.as(tomas, 'damage', { amount: '1' });
  id = characterIdOf(interaction);
  items = await itemsOf(at.store, id);
});

const item = (version: number) => items[version - 1] ?? {};
const line = (version: number, digits = 12) => `v${version} ${String(item(version).Hash).slice(0, digits)}`;
const remove = (version: number) =>
  at.store.documents.send(
    new DeleteCommand({ TableName: at.store.table, Key: { Id: id, Version: version } }),
  );
const verify = (lines?: string, target = 'Thorin') =>
  table.as(ines, 'verify', { target, ...(lines !== undefined && { line: lines }) });

/** Writes entries anew from one on, with hashes that fit. */
async function writeAnew(from: number, altered: (whole: Record<string, unknown>) => object): Promise<void> {
  let previous = from === 1 ? '' : String(item(from - 1).Hash);
  for (const whole of items.slice(from - 1)) {
    const forged = { ...whole, ...altered(whole) };
    previous = hashOf(forged, previous);
    await overwrite(at.store, { ...forged, Hash: previous });
  }
}

test('a trail that nobody touched is whole, as everyone can see, and its last line can be noted', async () => {
  const reply = await verify();
  expect(textOf(reply)).toContain('The trail of Thorin is whole and unaltered');
  expect(textOf(reply)).toContain(`6 entries, the last is \`${line(length)}\``);
  expect(reply.private).toBe(false);
  const again = textOf(await verify(line(length)));
  expect(again).toContain(`✅ Still there: \`${line(length)}\``);
  expect(again).not.toContain('/hp verify');
});

test('a trail of who has retired can be verified too', async () => {
  await table.as(mara, 'character retire', { target: 'Thorin' });
  expect(textOf(await verify())).toContain('whole and unaltered');
});

describe('damage done behind the ledger’s back is told in words:', () => {
  test.each<[string, () => Promise<unknown>, string]>([
    ['an entry that is taken away', () => remove(3), '`v3` is missing: it was taken away'],
    ['the beginning that is', () => remove(1), '`v1` is missing: the beginning was taken away'],
    [
      'an entry that is altered',
      () => overwrite(at.store, { ...item(4), By: ines.id }),
      '`v4` is not the entry that was written',
    ],
    [
      'hit points that the rules do not give',
      () =>
        writeAnew(5, ({ Version, State }) =>
          Version === 5 ? { State: { ...(State as object), current: 31 } } : {},
        ),
      '`v5` holds hit points that the rules do not give',
    ],
    [
      'an entry that nothing writes',
      () => writeAnew(2, ({ Version }) => (Version === 2 ? { Details: { lies: 1 } } : {})),
      '`v2` can’t be read',
    ],
  ])('%s', async (_, damage, words) => {
    await damage();
    const reply = await verify();
    expect(textOf(reply)).toContain('The trail of Thorin is not as it was written');
    expect(textOf(reply)).toContain(words);
    expect(reply.private).toBe(false);
    expect(table.faults).toEqual([]);
  });

  test('what is whole before it, and that nothing is said of lines after it', async () => {
    await remove(4);
    const text = textOf(await verify(`${line(2)}, ${line(5)}`));
    expect(text).toContain(`All up to \`${line(3)}\` is whole and unaltered`);
    expect(text).toContain(`✅ Still there: \`${line(2)}\``);
    expect(text).toContain(`❔ Can’t be told: \`${line(5)}\``);
  });

  test('a trail that is deleted, which is not begun anew', async () => {
    for (let version = 1; version <= length; version++) await remove(version);
    at.proxy.requests.length = 0;
    const text = textOf(await verify(line(3)));
    expect(text).toContain('`v1` is missing');
    expect(text).toContain(`❌ Gone: \`${line(3)}\``);
    expect(at.proxy.requests).not.toContain('PutItem');
  });
});

describe('a line that was noted tells', () => {
  test('that the end was cut off, which nothing else does', async () => {
    await remove(length);
    await remove(length - 1);
    expect(textOf(await verify())).toContain('whole and unaltered');
    const reply = await verify(
      `> Ledger: \`${line(4)}\` **Thorin** −1\n> Ledger: \`${line(length).toUpperCase()}\``,
    );
    expect(textOf(reply)).toContain('The trail of Thorin does not hold all that was noted');
    expect(textOf(reply)).toContain(`❌ Gone: \`${line(length)}\`. The trail ends at v4`);
    expect(textOf(reply)).toContain(`✅ Still there: \`${line(4)}\``);
    expect(reply.private).toBe(false);
  });

  test('that the trail was written anew, with hashes that fit', async () => {
    await writeAnew(3, ({ Version }) => (Version === 3 ? { By: ines.id } : {}));
    expect(textOf(await verify())).toContain('whole and unaltered');
    const text = textOf(await verify(`${line(2, 64)} ${line(5, 8)}`));
    expect(text).toContain('does not hold all that was noted');
    expect(text).toContain(`❌ Not held: \`${line(5, 8)}\`. Another entry stands there`);
    expect(text).toContain(`✅ Still there: \`${line(2)}\``);
  });

  test('nothing of another character', async () => {
    await table.as(mara, 'character add', { name: 'Lia', max: 24 });
    expect(textOf(await verify(line(1), 'Lia'))).toContain(`❌ Not held: \`${line(1)}\``);
    expect(textOf(await verify(line(4), 'Lia'))).toContain('The trail ends at v1');
  });

  test('as one of very many, in an answer that Discord takes', async () => {
    const many = Array.from({ length: 300 }, (_, index) => `v${index + 10} 3f9a2c1b7d04`).join(' ');
    const text = textOf(await verify(`${many} ${line(2)}`));
    expect(text).toContain('and 280 more. The trail ends at v6');
    expect(text).toContain(`✅ Still there: \`${line(2)}\``);
    expect(text.length).toBeLessThan(4_000);
  });

  test('and a text without any is refused, for its sender alone', async () => {
    const reply = await verify('what does *this* say');
    expect(reply.private).toBe(true);
    expect(textOf(reply)).toContain('nothing to look for in “what does \\*this\\* say”');
    expect(textOf(reply)).toContain('`v14 3f9a2c1b7d04`');
  });
});

describe('a hidden creature', () => {
  test('is verified for the DM alone, and no player sees a hash', async () => {
    await table.as(mara, 'character add', { name: 'Ogre', max: 59, kind: 'npc', hidden: true });
    const dungeonMaster = await table.as(mara, 'verify', { target: 'Ogre' });
    expect(dungeonMaster.private).toBe(true);
    expect(textOf(dungeonMaster)).toMatch(/1 entry, the last is `v1 [0-9a-f]{12}`/);
    for (const lines of [undefined, line(1)]) {
      const player = await verify(lines, 'Ogre');
      expect(player.private).toBe(true);
      expect(textOf(player)).toContain('Only the DM can do this');
    }
  });
});

test('all of it is said in German too', async () => {
  table.locale = 'de';
  await remove(length);
  expect(textOf(await verify())).toContain('Der Verlauf von Thorin ist vollständig und unverändert');
  const text = textOf(await verify(`${line(2)} ${line(length)}`));
  expect(text).toContain(`❌ Verschwunden: \`${line(length)}\`. Der Verlauf endet bei v5`);
  expect(text).toContain(`✅ Noch da: \`${line(2)}\``);
  await remove(3);
  expect(textOf(await verify())).toContain('`v3` fehlt');
});
