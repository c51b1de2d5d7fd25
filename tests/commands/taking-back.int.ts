import { beforeAll, describe, expect, test } from '@jest/globals';
import { ComponentType } from 'discord-api-types/v10';
import type { Form, Reply } from '../../src/replies/index.js';
import { itemSize } from '../support/item-size.js';
import { allItems } from '../support/store.js';
import { asideOf, buttonOf, ines, interactionId, mara, tables, textOf, tomas } from './table.js';
import type { Table } from './table.js';

/** Mara is the DM, Tomas plays Thorin and Ines plays Lia. */
const at = tables();
let table: Table;
beforeAll(async () => {
  table = await at.open();
  await table.as(tomas, 'character add', { name: 'Thorin', max: 31 });
  await table.as(ines, 'character add', { name: 'Lia', max: 24 });
  await table.as(mara, 'character add', { name: 'Goblin', max: 7, kind: 'npc' });
  await table.as(mara, 'character add', { name: 'Ogre', max: 59, kind: 'npc', hidden: true });
});

async function hitPoints(target: string): Promise<string> {
  return /\*\*(.*?)\*\*/.exec(textOf(await table.as(mara, 'show', { target })))?.[1] ?? '';
}

describe('undo', () => {
  test('takes the last change back, and says what was and what is', async () => {
    await table.as(mara, 'damage', { amount: '7', target: 'Thorin' });
    const reply = await table.as(tomas, 'undo', { note: 'the goblin missed' });
    expect(reply.private).toBe(false);
    expect(textOf(reply)).toContain('Thorin: v2 (damage) is taken back');
    expect(textOf(reply)).toContain('**24 → 31 / 31**');
    expect(textOf(reply)).toContain('> the goblin missed');
    // under it the entry is struck through
    expect(textOf(reply)).toContain('~~**−7** → 24 · damage~~ · ↩️ taken back in v3');
  });

  test('once more takes back the change before it, until nothing is left', async () => {
    await table.as(mara, 'damage', { amount: '4', target: 'Thorin' });
    await table.as(mara, 'damage', { amount: '5', target: 'Thorin' });
    expect(textOf(await table.as(tomas, 'undo'))).toContain('v5 (damage)');
    expect(textOf(await table.as(tomas, 'undo'))).toContain('v4 (damage)');
    const refused = await table.as(tomas, 'undo');
    expect(refused.private).toBe(true);
    expect(textOf(refused)).toContain('There is no change left to take back');
    expect(await hitPoints('Thorin')).toBe('31 / 31');
  });

  test('tells which later entries came out differently', async () => {
    await table.as(mara, 'damage', { amount: '20', target: 'Lia' });
    await table.as(mara, 'damage', { amount: '10', target: 'Lia' });
    await table.as(ines, 'save', { roll: 4, target: 'Lia' });
    const reply = textOf(await table.as(mara, 'undo', { target: 'Lia', version: 2 }));
    expect(reply).toContain('**0 → 14 / 24**');
    expect(reply).toContain('What came out differently');
    expect(reply).toContain('v3: was −4 → 0, Dying; now −10 → 14');
    expect(reply).toContain('v4: was ±0 → 0, Dying ❌; now ±0 → 14');
  });

  test('of an undo is a redo', async () => {
    const undone = await table.as(ines, 'undo', { target: 'Lia', version: 3 });
    expect(textOf(undone)).toContain('**14 → 24 / 24**');
    const redone = await table.press(ines, buttonOf(undone, 'Redo').custom_id);
    expect(textOf(redone)).toContain('Lia: v3 (damage) counts again');
    expect(textOf(redone)).toContain('**24 → 14 / 24**');
    expect(textOf(redone)).toContain('redo');
  });

  test('is refused, to whoever asked alone', async () => {
    const refusals = [
      [{ target: 'Lia', version: 1 }, 'A trail begins with v1 for ever'],
      [{ target: 'Lia', version: 99 }, 'There is no v99 here: the trail goes from v1 to v7'],
      [{ target: 'Lia', version: 2 }, 'v2 has been taken back already, in v5'],
      [{ target: 'Nobody' }, 'No Nobody here'],
    ] as const;
    for (const [options, says] of refusals) {
      const refused = await table.as(ines, 'undo', options);
      expect(refused.private).toBe(true);
      expect(textOf(refused)).toContain(says);
    }
  });

  test('sent twice is done once, with the same answer', async () => {
    await table.as(mara, 'damage', { amount: '2', target: 'Thorin' });
    const id = interactionId();
    const first = await table.as(tomas, 'undo', {}, id);
    const again = await table.as(tomas, 'undo', {}, id);
    expect(textOf(again)).toBe(textOf(first));
    const elsewhere = await at.open(table.server);
    expect(textOf(await elsewhere.as(tomas, 'undo', {}, id))).toBe(textOf(first));
  });
});

describe('what it costs', () => {
  const requestsOf = async (action: () => Promise<unknown>) => {
    const before = at.proxy.requests.length;
    await action();
    return at.proxy.requests.slice(before);
  };

  test('the last change: a look at the end of the trail, and a write; by its button the write alone', async () => {
    await table.as(mara, 'damage', { amount: '2', target: 'Thorin' });
    expect(await requestsOf(() => table.as(tomas, 'undo'))).toEqual(['Query', 'PutItem']);
    const hit = await table.as(mara, 'damage', { amount: '2', target: 'Thorin' });
    const button = buttonOf(hit, 'Undo').custom_id;
    expect(await requestsOf(() => table.press(tomas, button))).toEqual(['PutItem']);
  });

  test('one further back: one Query more', async () => {
    const hit = await table.as(mara, 'damage', { amount: '2', target: 'Thorin' });
    for (let i = 0; i < 8; i++) await table.as(mara, 'heal', { amount: '1', target: 'Thorin' });
    const button = buttonOf(hit, 'Undo').custom_id;
    expect(await requestsOf(() => table.press(tomas, button))).toEqual(['Query', 'PutItem']);
  });
});

describe('the button', () => {
  test('takes back the change that it stands under, whatever came after it', async () => {
    const hit = await table.as(mara, 'damage', { amount: '11', target: 'Thorin' });
    await table.as(mara, 'heal', { amount: '20', target: 'Thorin' });
    const undone = await table.press(tomas, buttonOf(hit, 'Undo').custom_id);
    expect(undone).toMatchObject({ private: false });
    expect(textOf(undone)).toContain('now ±0 → 31');
    expect(await hitPoints('Thorin')).toBe('31 / 31');
  });

  test('pressed by two at once: one revert, and both are told', async () => {
    const hit = await table.as(mara, 'damage', { amount: '3', target: 'Thorin' });
    const { custom_id } = buttonOf(hit, 'Undo');
    const elsewhere = await at.open(table.server);
    const both = await Promise.all([table.press(tomas, custom_id), elsewhere.press(ines, custom_id)]);
    const [done = '', told = ''] = both.map(textOf).sort((a) => (a.includes('is taken back') ? -1 : 1));
    expect(done).toContain('is taken back');
    expect(told).toContain('has been taken back already');
    expect(both.filter((reply) => 'private' in reply && reply.private)).toHaveLength(1);
    expect(await hitPoints('Thorin')).toBe('31 / 31');
  });

  test('is not under what can’t be taken back', async () => {
    const begun = await table.as(ines, 'character add', { name: 'Wren', max: 18 });
    expect(() => buttonOf(begun, 'Undo')).toThrow();
  });
});

describe('a fireball on several', () => {
  /** What Discord sends along with a press: all that the menus of the message offer. */
  const offeredBy = (reply: Reply | Form): string[] =>
    ('form' in reply ? [] : (reply.components ?? [])).flatMap(({ components }) =>
      components.flatMap((one) =>
        one.type === ComponentType.StringSelect ? one.options.map(({ value }) => value) : [],
      ),
    );
  const fireball = () =>
    table.as(mara, 'damage', { amount: '6', type: 'fire', target: 'Thorin, Lia, Goblin, Ogre' });

  test('is taken back for one of them', async () => {
    const reply = await fireball();
    const [thorin = ''] = offeredBy(reply);
    const undone = await table.press(ines, 'undo-some:0', { chosen: [thorin] });
    expect(textOf(undone)).toContain('Thorin');
    expect(textOf(undone)).toContain('**25 → 31 / 31**');
    expect(await hitPoints('Lia')).toBe('8 / 24');
  });

  test('is taken back for all of them at once', async () => {
    await table.as(mara, 'heal', { amount: '50', target: 'Thorin, Lia, Goblin' });
    const reply = await fireball();
    const undone = await table.press(mara, buttonOf(reply, 'Undo all').custom_id, {
      offered: offeredBy(reply),
    });
    expect(textOf(undone)).toContain('Undo · 4 targets');
    expect(textOf(undone)).toContain('25 → 31 / 31');
    expect(textOf(undone)).toContain('1 → 7 / 7');
    // of the hidden one players read no number, the DM does
    expect(textOf(undone)).not.toMatch(/\b(47|53|59)\b/);
    expect(await asideOf(undone)).toContain('47 → 53 / 59');
    // those who are not allowed to take all of it back are told of the rest
    const again = await fireball();
    const partly = await table.press(tomas, 'undo-all', { offered: offeredBy(again) });
    expect(textOf(partly)).toContain('Undo · 2 targets');
    expect(textOf(partly)).toContain('Goblin is the DM’s to change');
  });

  test('is taken back for the others where one has left since', async () => {
    const reply = await fireball();
    await table.as(mara, 'character retire', { target: 'Goblin' });
    const undone = textOf(await table.press(mara, 'undo-all', { offered: offeredBy(reply) }));
    expect(undone).toContain('Undo · 3 targets');
    expect(undone).toContain('Goblin has retired');
    await table.as(mara, 'character add', { name: 'Goblin', max: 7, kind: 'npc' });
  });

  test('is taken back by naming them', async () => {
    await fireball();
    const undone = await table.as(mara, 'undo', { target: 'Thorin, Lia' });
    expect(textOf(undone)).toContain('Undo · 2 targets');
  });
});

describe('amend', () => {
  test('it was 12, not 21', async () => {
    await table.as(ines, 'character add', { name: 'Bram', max: 28 });
    await table.as(mara, 'damage', { amount: '21', type: 'cold', target: 'Bram' });
    await table.as(mara, 'heal', { amount: '2', target: 'Bram' });
    const reply = await table.as(ines, 'amend', {
      version: 2,
      amount: '12',
      note: 'misheard',
      target: 'Bram',
    });
    expect(textOf(reply)).toContain('Bram: v2 (damage) is put right');
    expect(textOf(reply)).toContain('**9 → 18 / 28**');
    expect(textOf(reply)).toContain('v2: was −21 → 7; now −12 → 16');
    expect(textOf(reply)).toContain('~~**−21** → 7 · damage~~ · ✏️ put right in v4');
    const log = textOf(await table.as(ines, 'log', { target: 'Bram' }));
    expect(log).toContain('v2 was damage 12: 12 cold');
    expect(log).toContain('“misheard”');
  });

  test('it was resisted', async () => {
    const reply = await table.as(ines, 'amend', {
      version: 2,
      resisted: true,
      note: 'stoneskin',
      target: 'Bram',
    });
    expect(textOf(reply)).toContain('**18 → 24 / 28**');
  });

  test('undoing the first of two amendments leaves the second as it was', async () => {
    await table.as(ines, 'character add', { name: 'Fen', max: 100 });
    const fen = { target: 'Fen', note: 'x' };
    await table.as(mara, 'damage', { amount: '20', type: 'fire', target: 'Fen' });
    await table.as(ines, 'amend', { ...fen, version: 2, halved: true });
    await table.as(ines, 'amend', { ...fen, version: 2, amount: '30' });
    const reply = textOf(await table.as(ines, 'undo', { ...fen, version: 3 }));
    expect(reply).toContain('**85 → 70 / 100**');
    expect(reply).toContain('v2: was −15 → 85; now −30 → 70');
    expect(textOf(await table.as(mara, 'verify', { target: 'Fen' }))).toContain('whole');
  });

  test('a new amount keeps the adjustment, which can be put right itself', async () => {
    await table.as(mara, 'damage', { amount: '20', adjust: -3, target: 'Fen' });
    const fen = { target: 'Fen', note: 'x', version: 6 };
    expect(textOf(await table.as(ines, 'amend', { ...fen, amount: '22' }))).toContain('**53 → 51 / 100**');
    expect(textOf(await table.as(ines, 'amend', { ...fen, adjust: -10 }))).toContain('**51 → 58 / 100**');
    const log = textOf(await table.as(ines, 'log', { target: 'Fen' }));
    expect(log).toContain('v6 was damage 19: 22 − 3: 19');
  });

  test('a new amount of a hit of several types asks how it is split, in one’s language', async () => {
    await table.as(mara, 'damage', { amount: '7 slashing + 4 fire', adjust: -8, target: 'Fen' });
    const fen = { target: 'Fen', note: 'x', version: 9 };
    const asked = await table.as(ines, 'amend', { ...fen, amount: '12' });
    expect(asked.private).toBe(true);
    expect(textOf(asked)).toContain('v9 was 7 slashing + 4 fire.');
    expect(textOf(asked)).toContain('`amount:7 slashing + 4 fire`');
    const split = await table.as(ines, 'amend', { ...fen, amount: '8 slashing + 4 fire' });
    expect(textOf(split)).toContain('**55 → 54 / 100**');
  });

  test('what is refused as a command is refused as an amendment, in the same words', async () => {
    await table.as(mara, 'set', { value: 50, target: 'Fen', note: 'x' });
    const asCommand = await table.as(mara, 'set', { value: 101, target: 'Fen', note: 'x' });
    const amended = await table.as(mara, 'amend', { version: 11, amount: '101', target: 'Fen', note: 'x' });
    expect(textOf(asCommand)).toContain('101 is more than the hit point maximum of 100');
    expect(textOf(amended)).toBe(textOf(asCommand));
    expect(amended.private).toBe(true);
  });

  test('it hit Lia, not Bram: from Bram it is taken back, and Lia has it', async () => {
    await table.as(mara, 'heal', { amount: '50', target: 'Lia' });
    const reply = await table.as(ines, 'amend', { version: 2, to: 'Lia', note: 'wrong elf', target: 'Bram' });
    expect(textOf(reply)).toContain('**Bram** 24 → 28 / 28');
    expect(textOf(reply)).toContain('it was Lia');
    expect(textOf(reply)).toContain('**Lia** 24 → 18 / 24');
    expect(textOf(reply)).toContain('> wrong elf');
  });

  test('is refused, to whoever asked alone, and changes nothing', async () => {
    const before = [await hitPoints('Bram'), await hitPoints('Lia')];
    const given = { target: 'Bram', note: 'x' };
    const refusals: [Record<string, string | number | boolean>, string][] = [
      [{ ...given, version: 2, amount: '3' }, 'v2 has been taken back already'],
      [{ ...given, version: 3 }, 'Nothing is to be changed'],
      [{ ...given, version: 3, amount: '2' }, 'v3 says so already'],
      [{ ...given, version: 3, type: 'fire' }, 'v3 is not of that kind'],
      [{ ...given, version: 1, amount: '3' }, 'v1 can’t be put right like that'],
      [{ ...given, version: 3, amount: '4', note: ' ' }, 'This needs a note'],
      [{ ...given, version: 3, to: 'Bram' }, 'It was told of Bram already'],
      [{ ...given, version: 3, to: 'Ogre' }, 'Ogre is the DM’s to change'],
      [{ ...given, version: 3, amount: 'some' }, 'is not a number'],
      [{ ...given, version: 77, to: 'Lia' }, 'There is no v77 here'],
    ];
    for (const [options, says] of refusals) {
      const refused = await table.as(ines, 'amend', options);
      expect(textOf(refused)).toContain(says);
      expect(refused.private).toBe(true);
    }
    // who is dead can't have been hit instead; then it stays where it is
    await table.as(mara, 'damage', { amount: '99', target: 'Lia' });
    const dead = await table.as(ines, 'amend', { ...given, version: 3, to: 'Lia' });
    expect(textOf(dead)).toContain('The dead take no part in this');
    await table.as(mara, 'undo', { target: 'Lia' });
    expect([await hitPoints('Bram'), await hitPoints('Lia')]).toEqual(before);
  });
});

describe('the trail', () => {
  test('shows old entries struck through on whatever page, with what corrects them', async () => {
    await table.as(tomas, 'character add', { name: 'Kili', max: 20 });
    await table.as(mara, 'damage', { amount: '5', target: 'Kili' });
    await table.as(mara, 'damage', { amount: '6', target: 'Kili' });
    for (let i = 0; i < 18; i++) {
      await table.as(mara, 'heal', { amount: '1', target: 'Kili' });
      await table.as(mara, 'undo', { target: 'Kili' });
    }
    await table.as(mara, 'amend', { version: 2, amount: '1', note: 'x', target: 'Kili' });
    await table.as(mara, 'undo', { version: 3, target: 'Kili' });
    let page: Reply | Form = await table.as(tomas, 'log', { target: 'Kili' });
    const pages = [textOf(page)];
    while (buttonOf(page, 'Older').disabled !== true) {
      page = await table.press(tomas, buttonOf(page, 'Older').custom_id);
      pages.push(textOf(page));
    }
    expect(pages).toHaveLength(5);
    const all = pages.join('\n');
    expect(all.match(/~~/g)).toHaveLength(2 * 20);
    expect(all).toContain('`v2` ~~**−5** → 15 · damage~~ · ✏️ put right in v40');
    expect(all).toContain('`v3` ~~**−6** → 9 · damage~~ · ↩️ taken back in v41');
    expect(all).toContain('`v4` ~~**+1** → 10 · healing~~ · ↩️ taken back in v5');
  });

  test('however much was corrected, a change costs one write unit: its item is under 1,024 bytes', async () => {
    const items = await allItems(at.store);
    const changes = items.filter(({ Type }) => Type === 'Damaged' || Type === 'Healed');
    expect(changes.length).toBeGreaterThan(30);
    expect(Math.max(...changes.map(itemSize))).toBeLessThan(1_024);
  });

  test('nothing went wrong inside', () => {
    expect(table.faults).toEqual([]);
  });
});
