import { beforeAll, describe, expect, test } from '@jest/globals';
import { hitPoints, rosters } from '../../src/party/streams.js';
import { allItems } from '../support/store.js';
import { asideOf, ines, mara, tables, textOf, tomas } from './table.js';
import type { Table } from './table.js';

/** Mara is the DM, Tomas plays Thorin and Bram, Ines plays Lia and Wren. All numbers are worked out by hand. */
const at = tables();
let table: Table;
beforeAll(async () => {
  table = await at.open();
});

/** What the DM reads of everyone's numbers, those of hidden creatures included. */
async function standing(...names: string[]): Promise<Record<string, string>> {
  const sheets = await Promise.all(
    names.map(async (name) => [name, textOf(await table.as(mara, 'show', { target: name }))] as const),
  );
  return Object.fromEntries(sheets.map(([name, text]) => [name, /\*\*(.*?)\*\*/.exec(text)?.[1] ?? text]));
}

describe('an evening at the table', () => {
  test('four characters and three creatures come, one of them hidden', async () => {
    const add = (options: Record<string, string | number | boolean>) =>
      table.as(mara, 'character add', options);
    await add({ name: 'Thorin', max: 31, player: tomas.id, 'hit-dice': '3d10', con: 2 });
    await add({ name: 'Bram', max: 28, player: tomas.id });
    await add({ name: 'Lia', max: 24, player: ines.id, 'hit-dice': '3d8', con: 1 });
    await add({ name: 'Wren', max: 18, player: ines.id });
    await add({ name: 'Goblin', max: 7, kind: 'npc' });
    await add({ name: 'Imp', max: 10, kind: 'npc' });
    const ogre = await add({ name: 'Ogre', max: 59, kind: 'npc', hidden: true });
    expect(textOf(ogre)).not.toMatch(/\b59\b/);
    expect(await asideOf(ogre)).toContain('**59 / 59**');
    await table.as(ines, 'character defenses', { target: 'Wren', resistances: 'fire' });
    await table.as(mara, 'character defenses', {
      target: 'Imp',
      resistances: 'slashing, cold',
      immunities: 'fire',
    });
  });

  test('a fireball hits six with one roll: 4 + 5 + 3 + 6 + 2 + 5 + 4 + 1 = 30 fire', async () => {
    table.dice.push(4, 5, 3, 6, 2, 5, 4, 1);
    const target = 'Thorin, Lia, Bram, Wren, Goblin, Ogre';
    const reply = await table.as(mara, 'damage', { amount: '8d6 fire', target, note: 'fireball' });
    const text = textOf(reply);
    expect(text).toContain('Damage · 6 targets');
    // told once for all
    expect(text.match(/🎲 8d6.* = 30 fire/g)).toHaveLength(1);
    expect(text).toContain('**Thorin** 31 → 1 / 31');
    // 30 − 24 = 6 more than Lia had, less than her maximum
    expect(text).toMatch(/\*\*Lia\*\* 24 → 0 \/ 24 · 💔 Dying.*\n.*6 more than was left/);
    expect(text).toMatch(/\*\*Bram\*\* 28 → 0 \/ 28 · 💔 Dying.*\n.*2 more than was left/);
    expect(text).toMatch(/\*\*Wren\*\* 18 → 3 \/ 18 .*\n-# 30 fire, resisted: 15/);
    expect(text).toContain('**Goblin** 7 → 0 / 7 · 💀 Dead');
    expect(text).toMatch(/\*\*Ogre\*\* 🩸 Bloodied$/m);
    // the DM alone: 59 − 30 = 29, half or less
    expect(await asideOf(reply)).toContain('**Ogre** 59 → 29 / 59');
  });

  test('a sword of fire meets an imp: 2d6 + 3 = 12 slashing, resisted: 6; 7 fire: none', async () => {
    table.dice.push(4, 5, 7);
    const reply = await table.as(mara, 'damage', { amount: '2d6+3 slashing + 1d8 fire', target: 'Imp' });
    expect(textOf(reply)).toContain('Imp takes 6 damage');
    expect(textOf(reply)).toContain('**10 → 4 / 10**');
    expect(textOf(reply)).toContain('= 12 slashing, resisted: 6');
    expect(textOf(reply)).toContain('fire, immune: 0');
  });

  test('Bram rolls a 20 and is up; Lia fails, succeeds, is hit, and dies', async () => {
    expect(textOf(await table.as(tomas, 'save', { target: 'Bram', roll: 20 }))).toContain('and wakes');
    expect(textOf(await table.as(ines, 'save', { roll: 9 }))).toContain('fails a death save');
    table.dice.push(14);
    expect(textOf(await table.as(ines, 'save'))).toContain('succeeds on a death save');
    expect(textOf(await table.as(mara, 'damage', { amount: '3', target: 'Lia' }))).toContain(
      'a death save fails',
    );
    expect(textOf(await table.as(ines, 'save', { roll: 5 }))).toContain('and dies');
    expect(await standing('Bram', 'Lia')).toEqual({ Bram: '1 / 28', Lia: '0 / 24' });
  });

  test('the dead are not healed with the others; a revival brings Lia back with 1', async () => {
    table.dice.push(6, 2);
    const healed = textOf(await table.as(ines, 'heal', { amount: '2d8+3', target: 'Bram, Lia' }));
    expect(healed).toContain('**Bram** 1 → 12 / 28');
    expect(healed).toContain('**Lia**: The dead take no part in this.');
    expect(textOf(await table.as(ines, 'revive', { value: 1, target: 'Lia' }))).toContain(
      'Lia is back among the living',
    );
  });

  test('temporary hit points go first: 8, then 5 damage leaves 3', async () => {
    await table.as(tomas, 'temp', { amount: '8' });
    const reply = await table.as(mara, 'damage', { amount: '5', target: 'Thorin' });
    expect(textOf(reply)).toContain('5 from temporary');
    expect(await standing('Thorin')).toEqual({ Thorin: '1 / 31 +3 temporary' });
  });

  test('Wren concentrates, is hit for 2, and is told the DC of 10', async () => {
    await table.as(ines, 'concentrate', { on: 'Bless', target: 'Wren' });
    const reply = textOf(await table.as(mara, 'damage', { amount: '2', target: 'Wren' }));
    expect(reply).toContain('**3 → 1 / 18**');
    expect(reply).toContain('Constitution save DC 10 to keep concentrating');
    expect(reply).toContain('Concentrates on Bless');
  });

  test('Aid raises Thorin by 5 until the long rest, and heals him by it', async () => {
    const aid = await table.as(tomas, 'max', { adjust: 5, heal: true, note: 'Aid' });
    expect(textOf(aid)).toContain('**1 → 6 / 36 +3 temporary**');
  });

  test('the imp is knocked out: 1 hit point, unconscious', async () => {
    const reply = await table.as(mara, 'damage', { amount: '10', target: 'Imp', 'knock-out': true });
    expect(textOf(reply)).toContain('Imp takes 10 damage and is knocked out');
    expect(textOf(reply)).toContain('**4 → 1 / 10**');
    expect(textOf(reply)).toContain('Stable, unconscious');
  });

  test('a critical hit on the ogre rolls its die twice: 3 + 5 = 8, of which players read nothing', async () => {
    table.dice.push(3, 5);
    const reply = await table.as(mara, 'damage', { amount: '1d6', target: 'Ogre', critical: true });
    expect(textOf(reply)).toContain('Ogre is hit');
    expect(textOf(reply)).not.toMatch(/\b(3|5|8|21|29|59)\b/);
    expect(await asideOf(reply)).toContain('**29 → 21 / 59**');
  });

  test('a short rest: Thorin spends two hit dice, 7 + 2 and 3 + 2; Lia one, 8 + 1', async () => {
    table.dice.push(7, 3);
    const thorin = textOf(await table.as(tomas, 'rest', { kind: 'short', dice: '2' }));
    expect(thorin).toContain('**6 → 20 / 36 +3 temporary**');
    table.dice.push(8);
    const lia = textOf(await table.as(ines, 'rest', { kind: 'short', target: 'Lia', dice: '1d8' }));
    expect(lia).toContain('**1 → 10 / 24**');
    const none = await table.as(tomas, 'rest', { kind: 'short', dice: '2' });
    expect(textOf(none)).toContain('Not so many hit dice are left: 1d10');
  });

  test('a long rest: everyone is whole, the Aid is over, the dice are back, the concentration is gone', async () => {
    const reply = textOf(await table.as(tomas, 'rest', { kind: 'long', target: 'party' }));
    expect(reply).toContain('Rest · 4 targets');
    expect(await standing('Thorin', 'Bram', 'Lia', 'Wren')).toEqual({
      Thorin: '31 / 31',
      Bram: '28 / 28',
      Lia: '24 / 24',
      Wren: '18 / 18',
    });
    const thorin = textOf(await table.as(tomas, 'show'));
    expect(thorin).toContain('Hit dice 3d10 / 3d10');
    expect(textOf(await table.as(ines, 'show', { target: 'Wren' }))).not.toContain('Bless');
  });

  test('the fireball is looked at again: Lia had saved, so it was 15, and she never dropped', async () => {
    const log = textOf(await table.as(ines, 'log', { target: 'Lia' }));
    expect(log).toContain('`v2` **−24** → 0 · damage');
    const saved = { version: 2, halved: true, note: 'Lia had saved', target: 'Lia' };
    const reply = textOf(await table.as(ines, 'amend', saved));
    expect(reply).toContain('Lia: v2 (damage) is put right');
    // 24 − 15 = 9; no death saves; 9 − 3 = 6; nothing to revive; 8 + 1 in the short rest, and the long one fills up
    expect(reply).toContain('v2: was −24 → 0, Dying; now −15 → 9');
    expect(reply).toContain('v3: was ±0 → 0, Dying ❌; now ±0 → 9');
    expect(reply).toContain('v5: was ±0 → 0, Dying ✅❌❌; now −3 → 6');
    expect(reply).toContain('v6: was ±0 → 0, Dead ✅❌❌❌; now ±0 → 6');
    expect(reply).toContain('v7: was +1 → 1; now ±0 → 6');
    expect(reply).toContain('v9: was +14 → 24; now +9 → 24');
    expect(reply).not.toContain('v8: was');
    expect(reply).toContain('**24 / 24**');
  });

  test('a trap hits Thorin for 9 and Bram for 9; it was never sprung, and is taken back for both', async () => {
    await table.as(mara, 'damage', { amount: '9', target: 'Thorin, Bram', note: 'a trap' });
    expect(await standing('Thorin', 'Bram')).toEqual({ Thorin: '22 / 31', Bram: '19 / 28' });
    const reply = textOf(await table.as(mara, 'undo', { target: 'Thorin, Bram', note: 'never sprung' }));
    expect(reply).toContain('**Thorin** 22 → 31 / 31');
    expect(reply).toContain('**Bram** 19 → 28 / 28');
  });

  test('a look back: Thorin stood at 1 after the fireball; and all that came since is as it was written', async () => {
    const then = textOf(await table.as(ines, 'show', { target: 'Thorin', at: 'v2' }));
    expect(then).toContain('**1 / 31**');
    expect(then).toContain('“fireball”');
    const [, noted = ''] = /`(v\d+ [0-9a-f]{12})`/.exec(textOf(await table.as(tomas, 'verify'))) ?? [];
    expect(textOf(await table.as(ines, 'verify', { target: 'Thorin', line: noted }))).toContain(
      `✅ Still there: \`${noted}\``,
    );
  });

  test('every stream is whole, and nothing went wrong inside', async () => {
    const ids = new Set((await allItems(at.store)).map(({ Id }) => String(Id)));
    expect(ids.size).toBe(8);
    for (const id of ids) {
      const asCharacter = await table.ledger.verify(hitPoints, id);
      const asRoster = await table.ledger.verify(rosters, id);
      expect([asCharacter.ok, asRoster.ok]).toContain(true);
    }
    expect(table.faults).toEqual([]);
  });
});
