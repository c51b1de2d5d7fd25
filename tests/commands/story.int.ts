import { beforeAll, describe, expect, test } from '@jest/globals';
import { hitPoints, rosters } from '../../src/party/streams.js';
import { itemSize } from '../support/item-size.js';
import { allItems } from '../support/store.js';
import { buttonOf, ines, mara, tables, textOf, tomas } from './table.js';
import type { Table } from './table.js';

const at = tables();
let table: Table;
beforeAll(async () => {
  table = await at.open();
});

describe('an evening', () => {
  test('a player brings a character', async () => {
    const reply = await table.as(tomas, 'character add', { name: 'Thorin', max: 31 });
    expect(reply.private).toBe(false);
    expect(textOf(reply)).toContain('Thorin joins the party');
    expect(textOf(reply)).toContain('**31 / 31**');
  });

  test('the first one is the one that is meant where none is named', async () => {
    const reply = await table.as(tomas, 'damage', { amount: '7', note: "goblin's scimitar" });
    expect(textOf(reply)).toContain('Thorin takes 7 damage');
    expect(textOf(reply)).toContain('**31 → 24 / 31**');
    expect(textOf(reply)).toContain("goblin's scimitar");
    expect(textOf(reply)).toContain('`v2` **−7** → 24 · damage · <@100000000000000002>');
    expect(textOf(reply)).toContain('`v1` **31** → 31 · enrolled');
  });

  test('anyone may heal anyone, by the beginning of a name', async () => {
    const reply = await table.as(ines, 'heal', { amount: '10', target: 'tho' });
    expect(textOf(reply)).toContain('Thorin regains 7 hit points');
    expect(textOf(reply)).toContain('3 more than the maximum takes');
  });

  test('temporary hit points are lost first', async () => {
    await table.as(tomas, 'temp', { amount: '5' });
    const reply = await table.as(tomas, 'damage', { amount: '12', type: 'fire' });
    expect(textOf(reply)).toContain('**31 → 24 / 31**');
    expect(textOf(reply)).toContain('12 fire; 5 from temporary');
  });

  test('a hit can drop him to 0, and death saves follow', async () => {
    const dropped = await table.as(mara, 'damage', { amount: '30', target: 'Thorin' });
    expect(textOf(dropped)).toContain('Thorin takes 30 damage and is dying');
    expect(textOf(dropped)).toContain('6 more than was left');
    table.dice.push(14);
    expect(textOf(await table.as(tomas, 'save'))).toContain('Thorin succeeds on a death save');
    expect(textOf(await table.as(tomas, 'save', { roll: 1 }))).toContain(
      'rolls a natural 1: two death saves fail',
    );
    const sheet = textOf(await table.as(ines, 'show', { target: 'Thorin' }));
    expect(sheet).toContain('Dying');
    expect(sheet).toContain('✅❌❌');
    expect(textOf(await table.as(tomas, 'save', { roll: 20 }))).toContain('rolls a natural 20 and wakes');
  });

  test('the DM brings a creature, and it dies at 0', async () => {
    await table.as(mara, 'character add', { name: 'Goblin', max: 7, kind: 'npc' });
    expect(textOf(await table.as(mara, 'damage', { amount: '7', target: 'Goblin' }))).toContain('and dies');
    const party = textOf(await table.as(ines, 'party'));
    expect(party).toMatch(/\*\*Thorin\*\* 1 \/ 31[\s\S]*Creatures[\s\S]*\*\*Goblin\*\* 0 \/ 7 · 💀 Dead/);
  });

  test('massive damage kills at once, and only revival brings back', async () => {
    expect(textOf(await table.as(mara, 'damage', { amount: '32', target: 'Thorin' }))).toContain(
      'dies at once',
    );
    const healed = await table.as(ines, 'heal', { amount: '5', target: 'Thorin' });
    expect(healed.private).toBe(true);
    expect(textOf(healed)).toContain('`/hp revive`');
    expect(textOf(await table.as(tomas, 'revive', { value: 1 }))).toContain('back among the living');
  });

  test('the owner puts a number right, with a reason', async () => {
    const reply = await table.as(tomas, 'set', { value: 20, note: 'forgot the potion' });
    expect(textOf(reply)).toContain('**1 → 20 / 31**');
    expect(textOf(reply)).toContain('forgot the potion');
  });

  test('the trail tells it all, newest first, ten a page', async () => {
    const first = await table.as(ines, 'log', { target: 'Thorin' });
    const versions = [...textOf(first).matchAll(/`v(\d+)`/g)].map(([, version]) => Number(version));
    expect(versions).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
    expect(buttonOf(first, 'Newer').disabled).toBe(true);
    const second = await table.press(tomas, buttonOf(first, 'Older').custom_id);
    expect(textOf(second)).toMatch(/`v2`[\s\S]*`v1`/);
    expect(buttonOf(second, 'Older').disabled).toBe(true);
    expect(textOf(await table.press(tomas, buttonOf(second, 'Newer').custom_id))).toBe(textOf(first));
  });

  test('a character retires; the trail stays, and the name is free', async () => {
    expect(textOf(await table.as(tomas, 'character retire', { target: 'Thorin' }))).toContain(
      'Thorin has retired',
    );
    const gone = await table.as(ines, 'heal', { amount: '1', target: 'Thorin' });
    expect(textOf(gone)).toContain('Thorin has retired');
    expect(textOf(await table.as(ines, 'log', { target: 'Thorin' }))).toContain('`v12`');
    expect(textOf(await table.as(ines, 'character add', { name: 'thorin', max: 10 }))).toContain(
      'thorin joins',
    );
  });

  test('every stream is whole: what the rules give is what is stored, at every version', async () => {
    const items = await allItems(at.store);
    const characters = new Set(items.filter(({ Type }) => Type === 'Enrolled').map(({ Id }) => String(Id)));
    expect(characters.size).toBe(3);
    for (const id of characters) expect(await table.ledger.verify(hitPoints, id)).toMatchObject({ ok: true });
    const [roster] = items.filter(({ Type }) => Type === 'CharacterAdded');
    expect(await table.ledger.verify(rosters, String(roster?.Id))).toMatchObject({ ok: true });
  });

  test('an event costs one write unit: its item is under 1,024 bytes', async () => {
    const sizes = (await allItems(at.store)).map((item) => itemSize(item));
    expect(Math.max(...sizes)).toBeLessThan(1_024);
  });

  test('an item reads well in the console', async () => {
    const damaged = (await allItems(at.store)).find(
      ({ Type, Note }) => Type === 'Damaged' && Note !== undefined,
    );
    expect(damaged).toEqual({
      Id: expect.any(String),
      Version: 2,
      EventId: expect.any(String),
      Type: 'Damaged',
      At: expect.any(String),
      By: tomas.id,
      Command: expect.any(String),
      Character: 'Thorin',
      Change: -7,
      Note: "goblin's scimitar",
      Details: { parts: [{ amount: 7 }], damage: 7 },
      State: {
        max: 31,
        maxModifier: 0,
        current: 24,
        temporary: 0,
        condition: 'up',
        constitution: 0,
        deathSaves: { successes: 0, failures: 0 },
        makesDeathSaves: true,
        hitDice: [],
        defenses: { resistances: [], immunities: [], vulnerabilities: [] },
        concentration: null,
      },
      Schema: 2,
      Rules: '5.2',
      Hash: expect.any(String),
    });
  });

  test('nothing went wrong inside', () => {
    expect(table.faults).toEqual([]);
  });
});
