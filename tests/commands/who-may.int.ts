import { describe, expect, test } from '@jest/globals';
import type { Policy } from '../../src/roster/index.js';
import { ines, mara, tables, tomas } from './table.js';
import type { Table } from './table.js';

/** Who may do what: each command, for each role, under each policy. */
const at = tables();

type Role = 'owner' | 'player' | 'dm-by-role' | 'dm-by-permission';
const roles: Role[] = ['owner', 'player', 'dm-by-role', 'dm-by-permission'];
const policies: Policy[] = ['everyone', 'owner', 'dm'];

const dmRole = '100000000000000077';
const people = {
  owner: tomas,
  player: ines,
  'dm-by-role': { id: '100000000000000004', name: 'Dora', roles: [dmRole], managesServer: false },
  'dm-by-permission': mara,
};
const dungeonMasters: Role[] = ['dm-by-role', 'dm-by-permission'];
const everyone: Role[] = roles;
const ownerAndDms: Role[] = ['owner', ...dungeonMasters];

type Given = Record<string, string | number | boolean>;
const target = 'Thorin';
const changes: [string, Given][] = [
  ['damage', { amount: '1', target }],
  ['heal', { amount: '1', target }],
  ['temp', { amount: '1', target }],
  ['save', { target }],
  ['stabilize', { target }],
  ['rest', { kind: 'short', target }],
  ['concentrate', { on: 'Bless', target }],
  ['undo', { target }],
  ['character use', { target }],
];
const corrections: [string, Given][] = [
  ['set', { value: 5, note: 'x', target }],
  ['max', { adjust: 1, target }],
  ['revive', { value: 1, target }],
  ['amend', { version: 2, amount: '2', note: 'x', target }],
  ['character defenses', { target, resistances: 'fire' }],
  ['character edit', { target, con: 1 }],
];
const governing: [string, Given][] = [
  ['character rename', { target, name: 'Thorin' }],
  ['character give', { target, player: tomas.id }],
];
const looks: [string, Given][] = [
  ['show', { target }],
  ['log', { target }],
  ['party', {}],
  ['export', { target }],
  ['settings view', {}],
  ['help', {}],
];
const ruling: [string, Given][] = [
  ['settings rules', { edition: '5.2' }],
  ['settings dm-role', { role: dmRole }],
  ['settings feed', { channel: '1300000000000000004' }],
  ['settings board', { channel: '1300000000000000005' }],
  ['character add', { name: 'Orc', max: 5, kind: 'npc' }],
  ['character add', { name: 'Kili', max: 5, player: '100000000000000009' }],
  ['character edit', { target, hidden: true }],
  ['character edit', { target, kind: 'pc' }],
];

/** What each policy grants of a player character. */
const granted: Record<'change' | 'correct' | 'govern', Record<Policy, Role[]>> = {
  change: { everyone, owner: ownerAndDms, dm: dungeonMasters },
  correct: { everyone: ownerAndDms, owner: ownerAndDms, dm: dungeonMasters },
  govern: { everyone: ownerAndDms, owner: ownerAndDms, dm: ownerAndDms },
};

async function tableWith(policy: Policy, kind: 'pc' | 'npc'): Promise<Table> {
  const table = await at.open();
  await table.as(mara, 'character add', {
    name: target,
    max: 10,
    kind,
    ...(kind === 'pc' && { player: tomas.id }),
  });
  await table.as(mara, 'settings dm-role', { role: dmRole });
  if (policy !== 'everyone') await table.as(mara, 'settings who-may-change', { policy });
  expect(table.forbidden).toEqual([]);
  return table;
}

/** The roles that are not turned away; what else may be wrong with the command does not matter here. */
async function allowed(table: Table, path: string, options: Given): Promise<Role[]> {
  const through: Role[] = [];
  for (const role of roles) {
    const before = table.forbidden.length;
    const reply = await table.as(people[role], path, options);
    if (table.forbidden.length === before) through.push(role);
    else expect(reply.private).toBe(true);
  }
  expect(table.faults).toEqual([]);
  return through;
}

describe.each(policies)('where %s may change player characters', (policy) => {
  const cases = [
    ...changes.map(([path, options]) => ({ path, options, may: granted.change[policy] })),
    ...corrections.map(([path, options]) => ({ path, options, may: granted.correct[policy] })),
    ...governing.map(([path, options]) => ({ path, options, may: granted.govern[policy] })),
    ...looks.map(([path, options]) => ({ path, options, may: everyone })),
    ...ruling.map(([path, options]) => ({ path, options, may: dungeonMasters })),
  ];
  let table: Table | undefined;
  test.each(cases)('$path $options: $may', async ({ path, options, may }) => {
    table ??= await tableWith(policy, 'pc');
    expect(await allowed(table, path, options)).toEqual(may);
  });

  test.each(roles)('retiring, by %s', async (role) => {
    const fresh = await tableWith(policy, 'pc');
    const reply = await fresh.as(people[role], 'character retire', { target });
    expect(reply.private).toBe(!granted.govern[policy].includes(role));
  });
});

describe.each(policies)('a creature, where %s may change player characters', (policy) => {
  let table: Table | undefined;
  const cases = [...changes, ...corrections, ...governing].map(([path, options]) => ({ path, options }));
  test.each(cases)('$path $options: the DM alone', async ({ path, options }) => {
    table ??= await tableWith(policy, 'npc');
    expect(await allowed(table, path, options)).toEqual(dungeonMasters);
  });
});

test('what may not be done by the option may not be done by a button or a form', async () => {
  const table = await tableWith('owner', 'pc');
  const reply = await table.as(tomas, 'show', { target });
  const ids = (reply.components ?? []).flatMap(({ components }) =>
    components.map((one) => ('custom_id' in one ? one.custom_id : '')),
  );
  const [damage = ''] = ids;
  expect(await table.press(ines, damage)).toMatchObject({ private: true });
  expect(await table.press(tomas, damage)).toHaveProperty('form');
  const [, id] = damage.split(':');
  expect(await table.submit(ines, `damage:${id ?? ''}`, { amount: '3' })).toMatchObject({ private: true });
  expect(table.forbidden).toEqual(['not-allowed', 'not-allowed']);
});

test('a role that is the DM’s no more gives no right', async () => {
  const table = await tableWith('everyone', 'npc');
  await table.as(mara, 'settings dm-role');
  expect(await allowed(table, 'damage', { amount: '1', target })).toEqual(['dm-by-permission']);
});

test('who may not do a thing may not take it back, nor take back its taking back', async () => {
  const table = await tableWith('everyone', 'pc');
  await table.as(tomas, 'damage', { amount: '1', target });
  await table.as(tomas, 'set', { value: 4, note: 'miscounted', target });
  const undo = (role: Role, version: number) => table.as(people[role], 'undo', { target, version });
  expect(await undo('player', 3)).toMatchObject({ private: true });
  expect(table.forbidden).toEqual(['not-allowed']);
  expect(await undo('owner', 3)).toMatchObject({ private: false });
  expect(await undo('player', 4)).toMatchObject({ private: true });
  expect(await undo('dm-by-role', 4)).toMatchObject({ private: false });
  expect(await undo('player', 2)).toMatchObject({ private: false });
  await table.as(mara, 'character add', { name: 'Ogre', max: 59, kind: 'npc' });
  const to = { target, version: 2, note: 'it was the ogre', to: 'Ogre' };
  await undo('player', 6);
  expect(await table.as(tomas, 'amend', to)).toMatchObject({ private: true });
  expect(table.forbidden).toHaveLength(3);
  expect(table.faults).toEqual([]);
});
