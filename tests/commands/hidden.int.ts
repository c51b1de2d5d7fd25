import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Form, Reply } from '../../src/replies/index.js';
import { asideOf, buttonOf, ines, mara, tables, textOf, tomas } from './table.js';
import type { Table } from './table.js';

/**
 * No number of a hidden creature reaches a player. Shown twice over: what players read of it holds no digit; and two
 * creatures that differ in nothing but their numbers, one having seven times as many hit points and taking seven times as
 * much, can't be told apart by anything that a player can get.
 */
const at = tables();
const factor = 7;

type Given = Record<string, string | number | boolean>;

type Step =
  | { path: 'damage' | 'heal' | 'temp'; amount: number; critical: boolean }
  | { path: 'set'; value: number }
  | { path: 'max'; adjust: number }
  | { path: 'undo' }
  | { path: 'amend'; version: 2; amount: number };
const amount = fc.integer({ min: 1, max: 40 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ path: fc.constantFrom('damage', 'heal', 'temp'), amount, critical: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ path: fc.constant('set'), value: fc.integer({ min: 0, max: 30 }) }) },
  { weight: 1, arbitrary: fc.record({ path: fc.constant('max'), adjust: fc.integer({ min: 1, max: 20 }) }) },
  { weight: 2, arbitrary: fc.constant({ path: 'undo' as const }) },
  { weight: 1, arbitrary: fc.record({ path: fc.constant('amend'), version: fc.constant(2), amount }) },
);

/** Ids and times, which say nothing of hit points and differ from one server to the next. */
function withoutIds(text: string): string {
  return text
    .replace(/<t:\d+:\w>/g, '<time>')
    .replace(/<@\d+>/g, '<person>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>');
}

/** Text in which the only digits are versions and persons. */
function withoutVersions(text: string): string {
  return withoutIds(text).replace(/\bv\d+\b/g, 'v');
}

async function play(table: Table, steps: Step[], scale: number): Promise<string[]> {
  const add = { name: 'Ogre', max: 59 * scale, kind: 'npc', hidden: true, 'hit-dice': '7d10', con: 3 };
  const seen: string[] = [];
  const look = (reply: Reply | Form) => {
    seen.push(withoutVersions(textOf(reply)));
    return reply;
  };
  const open = async (path: string, options: Given) => {
    const reply = await table.as(mara, path, options);
    // what was refused is told to the DM alone
    if (!reply.private) look(reply);
    await asideOf(reply);
    return reply;
  };
  const answer = await open('character add', add);
  await table.as(mara, 'character use', { target: 'Ogre' });
  for (const { path, ...numbers } of steps) {
    const options: Given = {};
    for (const [name, value] of Object.entries<number | boolean>(numbers))
      options[name] = typeof value === 'number' && name !== 'version' ? value * scale : value;
    if ('amount' in options) options.amount = String(options.amount);
    await open(path, { ...options, note: `of ${59 * scale}`, target: 'Ogre' });
  }
  for (const path of [
    'show',
    'log',
    'verify',
    'undo',
    'amend',
    'party',
    'chart',
    'damage',
    'revive',
    'rest',
    'save',
    'character edit',
  ]) {
    const options = {
      ...{ target: 'Ogre', amount: '1', value: 1, version: 2, note: 'x' },
      kind: path === 'rest' ? 'short' : 'pc',
    };
    const reply = await table.as(tomas, path, options);
    look(reply);
    expect(reply.after).toBeUndefined();
    for (const file of reply.files ?? []) seen.push(file.name, Buffer.from(file.data).toString('base64'));
    if (path === 'log') {
      const older = buttonOf(reply, 'Older');
      if (older.disabled !== true) look(await table.press(ines, older.custom_id));
    }
  }
  for (const when of ['1', '2', '0 seconds ago'])
    look(await table.as(tomas, 'show', { target: 'Ogre', at: when }));
  for (const press of ['Damage', 'Heal', 'Log'])
    look(await table.press(ines, buttonOf(answer, press).custom_id));
  look(await table.inspect(ines, mara));
  // what the DM says in the open is for players' eyes too
  look(await table.as(mara, 'party'));
  for (const format of ['csv', 'jsonl']) {
    const [file] = (await table.as(ines, 'export', { target: 'Ogre', format })).files ?? [];
    if (file === undefined) throw new Error('no file');
    expect(file.name).not.toMatch(/\d/);
    seen.push(withoutIds(new TextDecoder().decode(file.data)));
  }
  seen.push(JSON.stringify(await table.suggest(tomas, { target: 'o' }, 'target')));
  expect(table.faults).toEqual([]);
  return seen;
}

describe('a hidden creature', () => {
  test('shows players how it is and never a number, over random histories', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const one = await play(await at.open(), steps, 1);
        const seven = await play(await at.open(), steps, factor);
        expect(one).toEqual(seven);
        const [files, texts] = [one.slice(-3), one.slice(0, -3)];
        expect(files).toHaveLength(3);
        for (const text of texts.filter((text) => !isPicture(text))) expect(text).not.toMatch(/\d/);
      }),
      { numRuns: 8 },
    );
  });

  test('shows the DM all of it, privately', async () => {
    const table = await at.open();
    await table.as(mara, 'character add', { name: 'Ogre', max: 59, kind: 'npc', hidden: true });
    await table.as(mara, 'damage', { amount: '9', target: 'Ogre', note: 'an arrow' });
    for (const path of ['show', 'log', 'chart', 'export']) {
      const reply = await table.as(mara, path, { target: 'Ogre' });
      expect(reply.private).toBe(true);
    }
    expect(textOf(await table.as(mara, 'show', { target: 'Ogre' }))).toContain('**50 / 59**');
    expect(textOf(await table.as(mara, 'log', { target: 'Ogre' }))).toContain('an arrow');
    const party = await table.as(mara, 'party');
    expect(party.private).toBe(false);
    expect(textOf(party)).not.toContain('50');
    expect(await asideOf(party)).toContain('50 / 59');
  });

  test('that is shown no more is as the others are', async () => {
    const table = await at.open();
    await table.as(mara, 'character add', { name: 'Ogre', max: 59, kind: 'npc', hidden: true });
    await table.as(mara, 'character edit', { target: 'Ogre', hidden: false });
    expect(textOf(await table.as(tomas, 'show', { target: 'Ogre' }))).toContain('59 / 59');
  });

  test('that is hidden by an edit is hidden in the answer to it', async () => {
    const table = await at.open();
    await table.as(mara, 'character add', { name: 'Ogre', max: 59, kind: 'npc' });
    const edited = await table.as(mara, 'character edit', { target: 'Ogre', con: 3, hidden: true });
    expect(textOf(edited)).not.toContain('59 / 59');
    expect(await asideOf(edited)).toContain('59 / 59');
  });

  test('can be nobody’s player character', async () => {
    const table = await at.open();
    const reply = await table.as(mara, 'character add', { name: 'Thorin', max: 9, hidden: true });
    expect(textOf(reply)).toContain('Only a creature’s numbers can be hidden');
  });
});

function isPicture(text: string): boolean {
  return /^[A-Za-z0-9+/]+=*$/.test(text) && text.length > 8;
}
