import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Form, Reply } from '../../src/replies/index.js';
import { asideOf, buttonOf, ines, interactionId, mara, tables, textOf, tomas } from './table.js';
import type { Table } from './table.js';

const at = tables();
let table: Table;
let requests = 0;
beforeAll(async () => {
  table = await at.open();
  await table.as(tomas, 'character add', { name: 'Thorin', max: 31 });
  await table.as(tomas, 'character add', { name: 'Thráin', max: 20 });
  await table.as(mara, 'character add', { name: 'Goblin', max: 7, kind: 'npc' });
});
beforeEach(() => {
  requests = at.proxy.requests.length;
});

/** A refusal is for its sender alone, and nothing was written. */
function expectRefusal(reply: Reply | Form, words: string): void {
  expect(textOf(reply)).toContain(words);
  expect(reply).toMatchObject({ private: true });
  expect(at.proxy.requests.slice(requests)).not.toContain('PutItem');
  expect(table.faults).toEqual([]);
}

describe('an amount', () => {
  test.each([
    ['-7', 'has no minus'],
    ['−7', 'has no minus'],
    ['007', 'Did you mean **7**'],
    ['+7', 'Did you mean **7**'],
    ['７', 'Did you mean **7**'],
    ['7.5', 'are whole'],
    ['7,5', 'are whole'],
    ['10000', 'more than an amount can be'],
    ['1e9', 'is not a number'],
    ['99999999999999999999', 'more than an amount can be'],
    ['٧', 'is not a number'],
    ['seven', 'is not a number'],
    ['**7**', 'is not a number'],
    ['', 'is not a number'],
    ['NaN', 'is not a number'],
    ['0x10', 'is not a number'],
  ])('%j is refused', async (amount, words) => {
    expectRefusal(await table.as(tomas, 'damage', { amount }), words);
    expectRefusal(await table.as(tomas, 'heal', { amount }), words);
    expectRefusal(await table.as(tomas, 'temp', { amount }), words);
  });

  test.each([
    ['0', 'Ogre takes no damage'],
    ['9999', 'Ogre takes 9999 damage'],
    [' 7 ', 'Ogre takes 7 damage'],
  ])('%j is understood', async (amount, words) => {
    const fresh = await at.open();
    await fresh.as(mara, 'character add', { name: 'Ogre', max: 9999, kind: 'npc' });
    const reply = await fresh.as(mara, 'damage', { amount, target: 'Ogre' });
    expect(textOf(reply)).toContain(words);
    expect(reply.private).toBe(false);
  });
});

describe('a target', () => {
  test.each([
    ['Thorn', 'No Thorn here. Thorin?'],
    ['Th', 'can be Thorin or Thráin'],
    ['Smaug', 'No Smaug here. See `/hp party`'],
    ['@everyone', 'No \\@everyone here'],
    ['<@100000000000000001>', 'No \\<\\@100000000000000001\\> here'],
  ])('%j is refused in a way that helps', async (target, words) => {
    expectRefusal(await table.as(tomas, 'damage', { amount: '1', target }), words);
  });

  test('is needed by who has no character', async () => {
    expectRefusal(await table.as(ines, 'damage', { amount: '1' }), 'Whom do you mean?');
  });

  test('of several that can’t be meant is told of, and the others are done', async () => {
    const reply = await table.as(tomas, 'heal', { amount: '0', target: 'Thorin, Smaug, Thorin, Goblin' });
    expect(reply.private).toBe(false);
    expect(textOf(reply)).toContain('**Smaug**: No Smaug here');
    expect(textOf(reply)).toContain('**Thorin**: Thorin is named twice');
    expect(textOf(reply)).toContain('**Goblin**: Goblin is the DM’s to change');
    expect(textOf(reply)).toContain('Healing · 1 target');
    expect(table.forbidden.at(-1)).toBe('not-allowed');
  });

  test('that is a hidden creature among several: a player reads whose it is, and nothing of what the DM hears', async () => {
    await table.as(mara, 'character add', { name: 'Troll', max: 84, kind: 'npc', hidden: true });
    const reply = await table.as(tomas, 'heal', { amount: '1', target: 'Troll,Thorin' });
    expect(textOf(reply)).toContain('**Troll**: Troll is the DM’s to change');
    expect(textOf(reply)).not.toMatch(/told|see why/);
    expect(await asideOf(reply)).toBe('');
  });

  test('that is a hidden creature among several: why the DM can’t change it, only the DM can see', async () => {
    await table.as(mara, 'character add', { name: 'Troll', max: 84, kind: 'npc', hidden: true });
    await table.as(mara, 'damage', { amount: '84', target: 'Troll' });
    const reply = await table.as(mara, 'heal', { amount: '1', target: 'Troll,Thorin' });
    expect(textOf(reply)).toContain('**Troll**: Not done; only the DM can see why.');
    expect(await asideOf(reply)).toContain('/hp revive');
  });

  test('of several of whom none is meant is told to the sender alone', async () => {
    expectRefusal(await table.as(tomas, 'heal', { amount: '1', target: 'Smaug, Ancalagon' }), 'No Ancalagon');
    expectRefusal(
      await table.as(tomas, 'heal', { amount: 'x', target: 'Thorin, Thráin', each: true }),
      '“x”',
    );
    const many = Array.from({ length: 51 }, (_, number) => `nobody ${number}`).join(', ');
    expectRefusal(await table.as(tomas, 'heal', { amount: '1', target: many }), 'These are 51 targets');
  });

  test('of another server is not there', async () => {
    const elsewhere = await at.open();
    await elsewhere.as(ines, 'character add', { name: 'Lia', max: 9 });
    requests = at.proxy.requests.length;
    expectRefusal(await table.as(tomas, 'show', { target: 'Lia' }), 'No Lia here');
    const log = await elsewhere.as(ines, 'log', { target: 'Lia' });
    const damage = await elsewhere.as(ines, 'damage', { amount: '1', target: 'Lia' });
    await elsewhere.as(ines, 'character add', { name: 'Wren', max: 9 });
    const both = await elsewhere.as(ines, 'damage', { amount: '1', target: 'Lia, Wren' });
    requests = at.proxy.requests.length;
    const buttons = [
      buttonOf(log, 'Older'),
      ...['Undo', 'Damage', 'Heal', 'Log'].map((label) => buttonOf(damage, label)),
    ];
    for (const { custom_id } of buttons)
      expectRefusal(await table.press(tomas, custom_id), 'a character of another server');
    const menu = (both.components ?? [])
      .flatMap(({ components }) => components)
      .find((one) => 'options' in one);
    if (menu === undefined || !('options' in menu)) throw new Error('no menu');
    const values = menu.options.map(({ value }) => value);
    for (const chosen of [values, values.slice(0, 1)])
      expectRefusal(
        await table.press(tomas, menu.custom_id, { chosen, offered: values }),
        'a character of another server',
      );
  });

  test('without a name is answered without a gap where a name would be', async () => {
    expectRefusal(
      await table.as(tomas, 'damage', { amount: '1', target: '  ' }),
      'Nobody by that name here.',
    );
  });

  test('that another process has just added is found', async () => {
    const other = await at.open(table.server);
    await other.as(mara, 'character add', { name: 'Ogre', max: 59, kind: 'npc' });
    expect(textOf(await table.as(mara, 'damage', { amount: '1', target: 'Ogre' }))).toContain('Ogre takes 1');
  });
});

describe('who may', () => {
  test.each([
    ['damage a creature', 'damage', { amount: '1', target: 'Goblin' }, 'Goblin is the DM’s'],
    [
      'set the hit points of another’s',
      'set',
      { value: 3, note: 'x', target: 'Thorin' },
      'Only the owner of Thorin or the DM',
    ],
    ['revive another’s', 'revive', { value: 3, target: 'Thorin' }, 'Only the owner of Thorin or the DM'],
    ['rename another’s', 'character rename', { target: 'Thorin', name: 'Bob' }, 'Only the owner'],
    ['retire another’s', 'character retire', { target: 'Thorin' }, 'Only the owner'],
    ['add a creature', 'character add', { name: 'Orc', max: 9, kind: 'npc' }, 'Only the DM'],
    ['add for another', 'character add', { name: 'Bob', max: 9, player: tomas.id }, 'Only the DM'],
  ])('a player may not %s', async (_, path, options, words) => {
    expectRefusal(await table.as(ines, path, options), words);
  });

  test('the DM may all of it', async () => {
    await table.as(mara, 'character add', { name: 'Balin', max: 9, player: ines.id });
    expect(textOf(await table.as(mara, 'set', { value: 3, note: 'put right', target: 'Balin' }))).toContain(
      '9 → 3 / 9',
    );
    expect(textOf(await table.as(mara, 'character rename', { target: 'Balin', name: 'Dwalin' }))).toContain(
      'Dwalin',
    );
    expect(textOf(await table.as(ines, 'heal', { amount: '1' }))).toContain('Dwalin regains 1');
  });
});

describe('a name', () => {
  test.each([
    ['x'.repeat(33), 'has 33 characters; it can have 32'],
    ['Thorin', 'There is a Thorin already'],
    ['THÓRIN', 'There is a Thorin already'],
    ['\u202eThorin', 'can’t be seen'],
    ['Tho\u200brin', 'can’t be seen'],
    ['Thorin, Lia', 'commas separate'],
    ['party', 'means every player character'],
    ['*', 'at least one letter'],
  ])('%j is refused', async (name, words) => {
    expectRefusal(await table.as(ines, 'character add', { name, max: 9 }), words);
  });

  test.each([
    ['**Bold** _one_', '\\*\\*Bold\\*\\* \\_one\\_'],
    ['<@100000000000000001>', '\\<\\@100000000000000001\\>'],
    ['@everyone', '\\@everyone'],
    ['# Heading', '\\# Heading'],
    ['🧙‍♀️ Lia', '🧙‍♀️ Lia'],
    ['שרה', '\u2068שרה\u2069'],
  ])('%j is shown harmless', async (name, shown) => {
    const fresh = await at.open();
    const reply = await fresh.as(ines, 'character add', { name, max: 9 });
    expect(textOf(reply)).toContain(`${shown} joins the party`);
    expect(await fresh.suggest(ines, { target: '' }, 'target')).toEqual([{ name, value: name }]);
    expect(textOf(await fresh.as(ines, 'party'))).toContain(shown);
  });
});

describe('a note', () => {
  test('of 201 characters is refused, of 200 is kept', async () => {
    expectRefusal(
      await table.as(tomas, 'heal', { amount: '1', note: 'x'.repeat(201) }),
      'has 201 characters; it can have 200',
    );
    expect(textOf(await table.as(tomas, 'heal', { amount: '1', note: '🐉'.repeat(200) }))).toContain(
      '🐉'.repeat(200),
    );
  });

  test('pings nobody and marks nothing', async () => {
    const note = '@everyone <@&1> [x](http://x) `a` ||b|| \u202egnp';
    const reply = textOf(await table.as(tomas, 'heal', { amount: '1', note }));
    expect(reply).toContain('\\@everyone \\<\\@&1\\> \\[x\\]\\(http\\://x\\) \\`a\\` \\|\\|b\\|\\| gnp');
  });

  test('is required where a number is put right', async () => {
    expectRefusal(await table.as(tomas, 'set', { value: 3, note: '  ' }), 'needs a note');
  });
});

test.each([
  ['set', { value: 32, note: 'x' }, '32 is more than the hit point maximum of 31'],
  ['save', {}, 'only the dying'],
  ['character add', { name: 'Nori', max: 10, hp: 11 }, '**hp** has to be a whole number from 1 to 10'],
  ['character add', { name: 'Nori', max: 0 }, '**max** has to be a whole number from 1 to 9999'],
  ['damage', { amount: 'x'.repeat(6_000) }, 'is not a number'],
  ['damage', { amount: '1', target: '_'.repeat(6_000) }, 'No '],
  ['revive', { value: 5 }, 'Nobody is dead here'],
  ['save', { roll: 'high' }, 'did not arrive as it should'],
  ['damage', { amount: '1', type: 'love' }, 'did not arrive as it should'],
  ['dance', {}, 'does not know that command'],
  ['character', {}, 'does not know that command'],
])('%s %j is refused', async (path, options, words) => {
  const reply = await table.as(tomas, path, options);
  expectRefusal(reply, words);
});

test.each(['log:x', 'undo:1', '', `log:older:${'0'.repeat(36)}:1:open::`])(
  'the button %j is refused',
  async (customId) => {
    expectRefusal(
      await table.press(tomas, customId),
      customId.startsWith('log:older') ? 'a character of another server' : 'another version of the bot',
    );
  },
);

describe('the same interaction', () => {
  test.each([
    ['character add', { name: 'Gimli', max: 12 }],
    ['damage', { amount: '2d6', target: 'Thráin' }],
    ['damage', { amount: '2d6', target: 'Thráin, Thorin, Smaug', each: true }],
    ['rest', { kind: 'short', target: 'party' }],
    ['character edit', { target: 'Thráin', 'hit-dice': '3d8', con: 2 }],
    ['rest', { kind: 'short', target: 'Thráin', dice: '2' }],
    ['character rename', { target: 'Thráin', name: 'Thrór' }],
    ['character use', { target: 'Thrór' }],
    ['character retire', { target: 'Thrór' }],
  ])(
    '%s delivered again, at once and later, to another process too, has one answer',
    async (path, options) => {
      const other = await at.open(table.server);
      const id = interactionId();
      const first = await Promise.all([0, 1, 2].map(() => table.as(tomas, path, options, id)));
      const later = await other.as(tomas, path, options, id);
      for (const reply of [...first, later]) expect(textOf(reply)).toBe(textOf(first[0] ?? later));
      expect(textOf(later)).not.toContain('already');
    },
  );
});

describe('a store that does not answer', () => {
  afterEach(() => {
    at.proxy.fate = () => 'pass';
  });

  test('before anything was sent: nothing was recorded', async () => {
    const fresh = await at.open();
    at.proxy.fate = () => 'hang';
    const request = { ...fresh.request(tomas), answerBy: Date.now() - 7_500 };
    const reply = await fresh.commands.run(['damage'], new Map([['amount', '1']]), request);
    at.proxy.fate = () => 'pass';
    expect(reply.private).toBe(true);
    expect(textOf(reply)).toContain('Nothing was recorded');
  });

  test('and is not there at all: told at once, and nothing was recorded', async () => {
    at.proxy.fate = () => ({ status: 400, type: 'ThrottlingException' });
    const reply = await table.as(tomas, 'damage', { amount: '3', target: 'Thorin' });
    at.proxy.fate = () => 'pass';
    expect(textOf(reply)).toContain('Nothing was recorded');
  });

  test('after something was sent: it is not known, and the answer follows', async () => {
    at.proxy.fate = () => 'hang';
    const reply = await table.as(tomas, 'damage', { amount: '3', target: 'Thorin' });
    expect(textOf(reply)).toContain('**not known**');
    at.proxy.fate = () => 'pass';
    expect(reply.later).toBeDefined();
    if (reply.later !== undefined) expect(textOf(await reply.later)).toContain('Thorin takes 3 damage');
  });
});

test('a character whose stream was never begun, because the program ended, is begun by whoever comes next', async () => {
  const fresh = await at.open();
  let writes = 0;
  at.proxy.fate = (operation) =>
    operation === 'PutItem' && ++writes > 1 ? { status: 400, type: 'AccessDeniedException' } : 'pass';
  const unfinished = await fresh.as(tomas, 'character add', { name: 'Bombur', max: 12 });
  expect(textOf(unfinished)).toContain('Bombur is on the roster');
  at.proxy.fate = () => 'pass';
  const next = await at.open(fresh.server);
  expect(textOf(await next.as(ines, 'show', { target: 'Bombur' }))).toContain('12 / 12');
  expect(textOf(await next.as(ines, 'damage', { amount: '5', target: 'Bombur' }))).toContain('12 → 7 / 12');
  expect(textOf(await next.as(ines, 'log', { target: 'Bombur' }))).toContain(`enrolled · <@${tomas.id}>`);
});
