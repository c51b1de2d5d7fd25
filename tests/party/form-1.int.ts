import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventIdOf, openLedger } from '../../src/ledger/index.js';
import type { Ledger } from '../../src/ledger/index.js';
import { hitPoints, rosters } from '../../src/party/streams.js';
import { testStore } from '../support/store.js';
import type { TestStore } from '../support/store.js';
// what the ledger wrote when states had no Constitution modifier, and rosters one setting; never to be edited
import items from './fixtures/hit-points-form-1.json' with { type: 'json' };
import rosterItems from './fixtures/roster-form-1.json' with { type: 'json' };

const names = ['Thorin', 'Goblin'];
const streamOf = (name: string) => items.filter((item) => item.Character === name);
const idOf = (name: string) => streamOf(name)[0]?.Id ?? '';
let store: TestStore;
let ledger: Ledger;

beforeAll(async () => {
  store = await testStore();
  const { endpoint, table, region } = store;
  ledger = await openLedger({ store: 'endpoint', endpoint, table, region });
  for (const Item of [...items, ...rosterItems])
    await store.documents.send(new PutCommand({ TableName: table, Item }));
});
afterAll(async () => {
  await ledger.close();
  await store.close();
});

test('the fixture holds every type of event that there was', () => {
  expect([...new Set(items.map((item) => item.Type))].sort()).toEqual([
    'Damaged',
    'DeathSaveRolled',
    'Enrolled',
    'Healed',
    'HitPointsSet',
    'Revived',
    'TemporaryGranted',
  ]);
});

test.each(names)('every event of %s is read as it was written', async (name) => {
  const { events } = await ledger.read(hitPoints, idOf(name));
  const read = events.map(({ event: { type, change, note, rules, details } }) => ({
    Type: type,
    Change: change,
    ...(note !== undefined && { Note: note }),
    Rules: rules,
    Details: details,
  }));
  expect(streamOf(name)).toMatchObject(read);
  expect(read.map(({ Details }) => Details)).toEqual(streamOf(name).map(({ Details }) => Details));
});

test.each(names)('the states of %s are folded anew, with a Constitution modifier of 0', async (name) => {
  const { events } = await ledger.read(hitPoints, idOf(name));
  const states = streamOf(name).map(({ State }) => ({ ...State, constitution: 0 }));
  expect(events.map(({ state }) => state)).toEqual(states);
  expect(await ledger.verify(hitPoints, idOf(name))).toMatchObject({ ok: true, versions: states.length });
});

test('a stream goes on in the new form from where it was', async () => {
  const ruled = { command: { type: 'edit' as const, constitution: 2 }, edition: '5.2' as const };
  const command = '1400000000000000000';
  const transacted = await ledger.transact(hitPoints, idOf('Thorin'), ruled, {
    eventId: eventIdOf(command, 0),
    by: '100000000000000001',
    command,
    subject: 'Thorin',
    madeAt: Date.now(),
  });
  expect(transacted).toMatchObject({
    outcome: 'recorded',
    recorded: { version: 21, schema: 2, state: { current: 12, constitution: 2 } },
  });
  expect(await ledger.verify(hitPoints, idOf('Thorin'))).toMatchObject({ ok: true, versions: 21 });
});

test('a roster is folded anew: nobody is the DM by a role, and everyone may change', async () => {
  const id = rosterItems[0]?.Id ?? '';
  const { events } = await ledger.read(rosters, id);
  expect(events.map(({ event: { type, details } }) => ({ Type: type, Details: details }))).toEqual(
    rosterItems.map(({ Type, Details }) => ({ Type, Details })),
  );
  expect(events.map(({ state }) => state)).toEqual(
    rosterItems.map(({ State, Version }) => ({
      ...State,
      version: Version,
      retirements: rosterItems.filter((one) => one.Type === 'CharacterRetired' && one.Version <= Version)
        .length,
      settings: { ...State.settings, dmRole: null, whoMayChange: 'everyone' },
    })),
  );
  expect(await ledger.verify(rosters, id)).toMatchObject({ ok: true, versions: rosterItems.length });
});
