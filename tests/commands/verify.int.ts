import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Person } from '../../commands/index.js';
import { hashOf } from '../../src/ledger/item.js';
import { characterIdOf } from '../../src/party/streams.js';
import { refusing } from '../../src/replies/color.js';
import type { Reply } from '../../src/replies/index.js';
import { plain } from '../../src/replies/text.js';
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

describe('a line of the feed', () => {
  /** As the feed has it, and as it is copied from what Discord shows. */
  const forms: [string, (name: string, line: string) => string][] = [
    [
      'as it was posted',
      (name, mark) => `\`${mark}\` **${name}** **−1** → 30 · damage · <@${tomas.id}> <t:1:R>`,
    ],
    ['as Discord shows it', (name, mark) => `${mark} ${name} −1 → 30 · damage · @Tomas 5 minutes ago`],
  ];
  /** Adds a character. @returns its lines. */
  const added = async (name: string, options: Record<string, string | number | boolean> = {}) => {
    const interaction = interactionId();
    await table.as(mara, 'character add', { name, max: 24, ...options }, interaction);
    return async (version: number) => {
      const all = await itemsOf(at.store, characterIdOf(interaction));
      return `v${version} ${String(all[version - 1]?.Hash).slice(0, 12)}`;
    };
  };
  const pasted = (person: Person, text: string, target?: string) =>
    table.as(person, 'verify', { line: text, ...(target !== undefined && { target }) });
  const colors = (reply: Reply) => reply.embeds.map(({ color }) => color);

  test.each(forms)('%s is held against whom it names, though nobody is named beside it', async (_, form) => {
    const lia = await added('Lia');
    // Tomas' own is Thorin, and Ines has nobody
    for (const person of [tomas, ines]) {
      const reply = await pasted(person, form('Lia', await lia(1)));
      expect(textOf(reply)).toContain('The trail of Lia is whole and unaltered');
      expect(textOf(reply)).toContain(`✅ Still there: \`${await lia(1)}\``);
      expect(textOf(reply)).not.toContain('Thorin');
      expect(reply.private).toBe(false);
    }
  });

  test.each(forms)('%s, of several at once, is each held against its own', async (_, form) => {
    const lia = await added('Lia');
    const reply = await pasted(
      tomas,
      [form('Thorin', line(2)), form('Lia', await lia(1)), form('Thorin', line(length)), line(3)].join('\n'),
    );
    expect(reply.embeds.map(({ title }) => title)).toEqual([
      'The trail of Thorin is whole and unaltered',
      'The trail of Lia is whole and unaltered',
    ]);
    // the last names nobody: it is of Tomas' own
    expect(reply.embeds[0]?.description).toContain(`\`${line(3)}\`, \`${line(2)}\`, \`${line(length)}\``);
    expect(reply.embeds[1]?.description).toContain(await lia(1));
  });

  test.each(forms)('%s, with a name that is full of markdown, is held against it', async (_, form) => {
    const name = '**Gor*bag_ \\the 2nd**';
    const gorbag = await added(name);
    const typed = form === forms[0]?.[1] ? plain(name) : name;
    const reply = await pasted(tomas, form(typed, await gorbag(1)));
    expect(textOf(reply)).toContain('✅ Still there');
    expect(colors(reply)).not.toContain(refusing);
  });

  test.each(forms)('%s of Ogre 2 is not one of Ogre, nor the other way round', async (_, form) => {
    const [ogre, second] = [await added('Ogre', { kind: 'npc' }), await added('Ogre 2', { kind: 'npc' })];
    const reply = await pasted(tomas, `${form('Ogre', await ogre(1))}\n${form('Ogre 2', await second(1))}`);
    expect(reply.embeds.map(({ title }) => title)).toEqual([
      'The trail of Ogre is whole and unaltered',
      'The trail of Ogre 2 is whole and unaltered',
    ]);
  });

  test.each(forms)('%s of one that retired is held against that one, not its namesake', async (_, form) => {
    const before = await added('Goblin', { kind: 'npc' });
    await table.as(mara, 'character retire', { target: 'Goblin' });
    const now = await added('Goblin', { kind: 'npc' });
    for (const goblin of [before, now]) {
      const reply = await pasted(tomas, form('Goblin', await goblin(1)));
      expect(textOf(reply)).toContain(`✅ Still there: \`${await goblin(1)}\``);
    }
  });

  test.each(forms)('%s that is wrong still alarms', async (_, form) => {
    await remove(length);
    const reply = await pasted(ines, form('Thorin', line(length)));
    expect(textOf(reply)).toContain(`❌ Gone: \`${line(length)}\`. The trail ends at v5`);
    expect(colors(reply)).toEqual([refusing]);
  });

  test.each(forms)('%s that names someone else than the target is held against its own', async (_, form) => {
    const lia = await added('Lia');
    const reply = await pasted(ines, form('Lia', await lia(1)), 'Thorin');
    expect(reply.embeds.map(({ title }) => title)).toEqual([
      'The trail of Thorin is whole and unaltered',
      'The trail of Lia is whole and unaltered',
    ]);
    expect(reply.embeds[1]?.description).toContain(`✅ Still there: \`${await lia(1)}\``);
  });

  test.each(forms)('%s that names nobody who is here gets a clear answer, and no alarm', async (_, form) => {
    const reply = await pasted(tomas, form('Smaug', line(2)));
    expect(textOf(reply)).toContain(
      `Nobody here is called **Smaug**, so \`${line(2)}\` was held against no trail`,
    );
    expect(colors(reply)).not.toContain(refusing);
    expect(reply.private).toBe(true);
  });

  test.each(forms)('%s from before a change of name is held against the target', async (_, form) => {
    await table.as(mara, 'character rename', { target: 'Thorin', name: 'Thráin' });
    expect(textOf(await pasted(ines, form('Thorin', line(2)), 'Thráin'))).toContain('✅ Still there');
  });

  test('of a hidden creature is the DM’s alone, and others beside it are held against their own', async () => {
    const ogre = await added('Ogre', { kind: 'npc', hidden: true });
    const text = `\`${await ogre(1)}\` **Ogre**\n\`${line(2)}\` **Thorin**`;
    const player = await pasted(tomas, text);
    expect(player.private).toBe(true);
    expect(textOf(player)).toContain('The trail of Thorin is whole and unaltered');
    expect(textOf(player)).toContain('**Ogre**: Only the DM can do this');
    expect(textOf(player)).not.toContain(await ogre(1));
    expect(textOf(await pasted(tomas, `\`${await ogre(1)}\` **Ogre**`))).toContain('Only the DM can do this');
    const dungeonMaster = await pasted(mara, text);
    expect(dungeonMaster.private).toBe(true);
    expect(textOf(dungeonMaster)).toContain('The trail of Ogre is whole and unaltered');
  });

  test('as one of too many characters is refused before all are read', async () => {
    const lines: string[] = [];
    for (let number = 1; number <= 11; number++) {
      const name = `Guard ${number}`;
      lines.push(`\`${await (await added(name))(1)}\` **${name}**`);
    }
    expect(textOf(await pasted(mara, lines.join('\n')))).toContain('These are 11 targets; 10');
    expect(textOf(await pasted(mara, lines.slice(1).join('\n')))).toContain('Guard 11 is whole');
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
