import { expect, test } from '@jest/globals';
import { tables, textOf, tomas } from './table.js';

const at = tables();

test('of many charts at once some are drawn, and the rest are told that too much is going on: none is kept waiting without end', async () => {
  const table = await at.open();
  await table.as(tomas, 'character add', { name: 'Thorin', max: 31 });
  const replies = await Promise.all(Array.from({ length: 30 }, () => table.as(tomas, 'chart')));
  const drawn = replies.filter(({ files = [] }) => files.length === 1);
  const refused = replies.filter((reply) => textOf(reply).includes('Too much is going on at once'));
  expect([drawn.length, refused.length]).toEqual([22, 8]);
  expect(refused.every((reply) => reply.private)).toBe(true);
  // and after them there is room again
  expect((await table.as(tomas, 'chart')).files).toHaveLength(1);
  expect(table.faults).toEqual([]);
});
