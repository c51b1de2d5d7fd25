import { expect, test } from '@jest/globals';
import { tables, textOf, tomas } from './table.js';

const at = tables();
const tooMuch = 'Too much is going on at once';

test('of many exports at once some are made, two at a time until each has been sent, and the rest are refused', async () => {
  const table = await at.open();
  await table.as(tomas, 'character add', { name: 'Thorin', max: 31 });
  const ends: (() => void)[] = [];
  const replies = Array.from({ length: 12 }, () => {
    const served = new Promise<void>((resolve) => ends.push(resolve));
    const request = { ...table.request(tomas), served };
    return table.commands.run(['export'], new Map([['target', 'Thorin']]), request);
  });
  let answered = 0;
  for (const reply of replies) void reply.then(() => answered++);
  const made = await Promise.all(replies.slice(0, 2));
  const refused = await Promise.all(replies.slice(10));
  expect(made.map(({ files = [] }) => files.length)).toEqual([1, 1]);
  for (const reply of refused) {
    expect(textOf(reply)).toContain(tooMuch);
    expect(reply).toMatchObject({ private: true, failed: 'refused' });
  }
  // the first two hold their places for as long as they are being sent
  expect(textOf(await table.as(tomas, 'export'))).toContain(tooMuch);
  expect(answered).toBe(4);
  for (const end of ends) end();
  const rest = await Promise.all(replies.slice(2, 10));
  expect(rest.every(({ files = [] }) => files.length === 1)).toBe(true);
  expect((await table.as(tomas, 'export')).files).toHaveLength(1);
  expect(table.faults).toEqual([]);
});

test('of many looks at a whole trail at once as many are refused as there is no room for', async () => {
  const table = await at.open();
  await table.as(tomas, 'character add', { name: 'Thorin', max: 31 });
  const replies = await Promise.all(Array.from({ length: 30 }, () => table.as(tomas, 'verify')));
  expect(replies.filter((reply) => textOf(reply).includes(tooMuch))).toHaveLength(8);
  expect(textOf(await table.as(tomas, 'verify'))).not.toContain(tooMuch);
  expect(table.faults).toEqual([]);
});
