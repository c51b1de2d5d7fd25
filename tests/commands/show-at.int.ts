import { beforeAll, expect, test } from '@jest/globals';
import { nextMillisecond } from '../support/next-millisecond.js';
import { buttonOf, ines, mara, tables, textOf, tomas } from './table.js';
import type { Table } from './table.js';

/** Thorin: v1 31 of 31; v2 hit for 7 by Ines, 24; v3 healed by 3, 27. The moments lie between them. */
const at = tables();
let table: Table;
const moments: string[] = [];
beforeAll(async () => {
  table = await at.open();
  const moment = async () => {
    await nextMillisecond();
    moments.push(new Date().toISOString());
    await nextMillisecond();
  };
  await moment();
  await table.as(tomas, 'character add', { name: 'Thorin', max: 31 });
  await moment();
  await table.as(ines, 'damage', { amount: '7', target: 'Thorin', note: 'a slap' });
  await moment();
  await table.as(tomas, 'heal', { amount: '3' });
  await table.as(mara, 'character add', { name: 'Ogre', max: 59, kind: 'npc', hidden: true });
  await table.as(mara, 'damage', { amount: '9', target: 'Ogre' });
});

const show = (at: string, target = 'Thorin', who = tomas) => table.as(who, 'show', { target, at });

test.each(['2', 'v2', 'V2', 'version 2', ' v 2 '])('%j is a version, and shows how it was', async (typed) => {
  at.proxy.requests.length = 0;
  const text = textOf(await show(typed));
  expect(text).toMatch(/As of `v2`, <t:\d+:f>\n\*\*24 \/ 31\*\*/);
  expect(text).toMatch(new RegExp(`\`v2\` .* damage · <@${ines.id}> .* “a slap”`));
  expect(text).not.toContain('Played by');
  // the entry, and a look at the end of the trail, which tells whether it was taken back since
  expect(at.proxy.requests).toEqual(['GetItem', 'Query']);
});

test('a time shows what was the latest then', async () => {
  expect(textOf(await show(moments[1] ?? ''))).toContain('As of `v1`');
  expect(textOf(await show(moments[2] ?? ''))).toContain('As of `v2`');
  expect(textOf(await show('0s'))).toContain('As of `v3`');
});

test('nothing is changed from there, but the trail can be opened', async () => {
  const reply = await show('v2');
  expect(reply.components?.flatMap(({ components }) => components)).toHaveLength(1);
  const log = await table.press(ines, buttonOf(reply, 'Log').custom_id);
  expect(textOf(log)).toContain('The trail of Thorin');
  expect(reply.private).toBe(false);
});

test.each([['v4'], ['0'], ['v999999999999999'], ['before'], ['2020-01-01']])(
  'what was not (%s) is refused, with what there is',
  async (typed) => {
    const reply = await show(typed === 'before' ? (moments[0] ?? '') : typed);
    expect(reply.private).toBe(true);
    expect(textOf(reply)).toMatch(/no such moment for Thorin: the trail began <t:\d+:f>, and .* v1 to v3\./);
    expect(table.faults).toEqual([]);
  },
);

test.each(['soon', 'v', 'v1.5', '-1', 'v2 v3', '1e3', '9'.repeat(16)])(
  '%j is refused, with what would be right',
  async (typed) => {
    const reply = await show(typed);
    expect(reply.private).toBe(true);
    expect(textOf(reply)).toContain('neither a version nor a time');
  },
);

test('a time of day is no version', async () => {
  const reply = await show('14:00');
  expect(textOf(reply)).toMatch(/As of|no such moment/);
  expect(textOf(reply)).not.toContain('v14');
});

test('of a hidden creature players see how it was, and the DM the numbers, alone', async () => {
  const player = textOf(await show('v1', 'Ogre', ines));
  expect(player).toContain('🟢 Healthy');
  expect(player).not.toContain('59');
  const dungeonMaster = await show('v1', 'Ogre', mara);
  expect(textOf(dungeonMaster)).toContain('**59 / 59**');
  expect(dungeonMaster.private).toBe(true);
});

test('German is spoken too, and who has retired is found', async () => {
  table.locale = 'de';
  await table.as(tomas, 'character retire', { target: 'Thorin' });
  expect(textOf(await show('v2'))).toContain('Stand von `v2`');
  expect(textOf(await show('vor 2 Jahren'))).toContain('reicht von v1 bis v3');
  expect(textOf(await show('bald'))).toContain('weder als Version noch als Zeit');
});

test('an entry that was taken back since is struck through', async () => {
  table.locale = 'en-US';
  await table.as(ines, 'character add', { name: 'Lia', max: 24 });
  await table.as(mara, 'damage', { amount: '4', target: 'Lia' });
  await table.as(ines, 'undo', { target: 'Lia' });
  const text = textOf(await show('v2', 'Lia'));
  expect(text).toContain('`v2` ~~**−4** → 20 · damage~~ · ↩️ taken back in v3');
});
