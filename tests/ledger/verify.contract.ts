import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { expect, test } from '@jest/globals';
import { v4 } from 'uuid';
import { openLedger } from '../../src/ledger/index.js';
import type { Verification } from '../../src/ledger/index.js';
import { hashOf } from '../../src/ledger/item.js';
import { silent } from '../support/store.js';
import { counter } from './counter.js';
import { appended, fixture, itemsOf, overwrite, preloaded } from './fixture.js';

const at = fixture();
const random = (most: number) => 1 + Math.floor(Math.random() * most);
const length = 12;

async function stream() {
  const ledger = await at.another();
  const id = await appended(
    ledger,
    Array.from({ length }, () => random(9)),
  );
  const items = await itemsOf(at.store, id);
  const item = (version: number) => items[version - 1] ?? {};
  const remove = (version: number) =>
    at.store.documents.send(
      new DeleteCommand({ TableName: at.store.table, Key: { Id: id, Version: version } }),
    );
  return { id, items, item, remove, verify: () => ledger.verify(counter, id), ledger };
}

test('a stream that nobody touched is whole', async () => {
  const { verify, items } = await stream();
  const whole = { ok: true, versions: length, hash: items.at(-1)?.Hash, published: [] };
  expect(await verify()).toEqual(whole);
});

test('each attribute that is altered, added or taken away is found, and the version named', async () => {
  const { id, item, verify } = await stream();
  const attributes = [
    'EventId',
    'Type',
    'At',
    'By',
    'Command',
    'Character',
    'Change',
    'Details',
    'State',
    'Schema',
    'Hash',
  ];
  for (const attribute of attributes) {
    const version = random(length);
    const whole = item(version);
    expect(whole).toHaveProperty(attribute);
    for (const other of [{ ...whole, [attribute]: altered(whole[attribute]) }, without(whole, attribute)]) {
      await overwrite(at.store, other);
      expect(await verify()).toMatchObject({ ok: false, versions: version - 1, fault: { version } });
    }
    await overwrite(at.store, whole);
  }
  const version = random(length);
  for (const more of [{ Note: 'was not there' }, { Rules: '5.1' }, { Secret: true }]) {
    await overwrite(at.store, { ...item(version), ...more });
    expect(await verify()).toMatchObject({ ok: false, fault: { version } });
  }
  await overwrite(at.store, item(version));
  expect(await verify()).toMatchObject({ ok: true });
  expect(await itemsOf(at.store, id)).toHaveLength(length);
});

test.each([
  ['with a digit that JavaScript has no room for', { N: '7.00000000000000000001' }],
  ['larger than JavaScript can count', { N: '9007199254740993' }],
  ['that became a text', { S: '7' }],
  ['that became a set', { NS: ['7'] }],
])('a number %s is found', async (_, Change) => {
  const ledger = await at.another();
  const id = await appended(ledger, [7, 7, 7]);
  const [, second] = await itemsOf(at.store, id);
  const Item = { ...marshall(second), Change } as Record<string, AttributeValue>;
  await at.store.documents.send(new PutItemCommand({ TableName: at.store.table, Item }));
  expect(await ledger.verify(counter, id)).toMatchObject({ ok: false, fault: { version: 2 } });
});

test('a long stream is read to its end, page by page', async () => {
  const ledger = await at.another();
  const id = await preloaded(at.store, 320);
  const looked: number[] = [];
  const onLooked = (events: number) => void looked.push(events);
  expect(await ledger.verify(counter, id, { onLooked })).toMatchObject({ ok: true, versions: 320 });
  expect(looked.reduce((a, b) => a + b)).toBe(320);
  await overwrite(at.store, { ...(await itemsOf(at.store, id))[300], By: 'somebody else' });
  const found = { ok: false, versions: 300, fault: { version: 301, wrong: 'hash' } };
  expect(await ledger.verify(counter, id)).toMatchObject(found);
});

test('an event that is taken away is found', async () => {
  const { remove, verify } = await stream();
  const version = random(length - 1);
  await remove(version);
  expect(await verify()).toMatchObject({ ok: false, fault: { version, wrong: 'missing' } });
});

test('a beginning that is taken away is found', async () => {
  const { remove, verify } = await stream();
  await remove(1);
  expect(await verify()).toMatchObject({ ok: false, versions: 0, fault: { version: 1, wrong: 'missing' } });
});

test('two events that change places are found', async () => {
  const { item, verify } = await stream();
  const version = random(length - 1);
  await overwrite(at.store, { ...item(version + 1), Version: version });
  await overwrite(at.store, { ...item(version), Version: version + 1 });
  expect(await verify()).toMatchObject({ ok: false, fault: { version } });
});

test('an event that is put in between, with those after it renumbered, is found', async () => {
  const { item, verify } = await stream();
  const version = 1 + random(length - 1);
  for (let later = length; later >= version; later--)
    await overwrite(at.store, { ...item(later), Version: later + 1 });
  await overwrite(at.store, { ...item(version), EventId: v4() });
  expect(await verify()).toMatchObject({ ok: false, fault: { version } });
});

test('an event that bears another number is found', async () => {
  const { item, remove, verify } = await stream();
  const version = random(length - 1);
  await overwrite(at.store, { ...item(version), Version: length + 5 });
  await remove(version);
  expect(await verify()).toMatchObject({ ok: false, fault: { version, wrong: 'missing' } });
});

test('an event of another stream is found', async () => {
  const [one, other] = [await stream(), await stream()];
  const version = random(length);
  await overwrite(at.store, { ...other.item(version), Id: one.id });
  expect(await one.verify()).toMatchObject({ ok: false, fault: { version } });
});

test('a state that the rules do not give is found, even with a hash that fits', async () => {
  const { id, items, item, verify } = await stream();
  const version = random(length);
  let previous = version === 1 ? '' : String(item(version - 1).Hash);
  for (const whole of items.slice(version - 1)) {
    const forged = whole.Version === version ? { ...whole, State: { value: 999 } } : whole;
    previous = hashOf(forged, previous);
    await overwrite(at.store, { ...forged, Hash: previous });
  }
  expect(await verify()).toMatchObject({ ok: false, fault: { version, wrong: 'state' } });
  expect(await itemsOf(at.store, id)).toHaveLength(length);
});

const published = (items: Record<string, unknown>[], ...versions: number[]) =>
  versions.map((version) => ({ version, hash: String(items[version - 1]?.Hash).slice(0, 8 + version) }));
const found = (verification: Verification) => verification.published.map((one) => one.found);

test('a tail that was cut off is found against hashes that were made known, and only so', async () => {
  const { id, ledger, items, remove } = await stream();
  const noted = published(items, length - 2, length, length - 1);
  const before = await ledger.verify(counter, id, { published: noted });
  expect([before.ok, found(before)]).toEqual([true, ['held', 'held', 'held']]);
  await remove(length);
  await remove(length - 1);
  expect(await ledger.verify(counter, id)).toMatchObject({ ok: true, versions: length - 2 });
  const after = await ledger.verify(counter, id, { published: noted });
  expect(after).toMatchObject({ ok: false, versions: length - 2 });
  expect(after.fault).toBeUndefined();
  expect(after.published).toEqual(
    noted.map((one, index) => ({ ...one, found: index === 0 ? 'held' : 'gone' })),
  );
});

test('a stream that was written anew from a version on is found against hashes that were made known', async () => {
  const { id, ledger, items, item } = await stream();
  const noted = published(items, 3, 4, 5, length);
  let previous = String(item(3).Hash);
  for (const whole of items.slice(3)) {
    const forged = { ...whole, By: 'somebody else' };
    previous = hashOf(forged, previous);
    await overwrite(at.store, { ...forged, Hash: previous });
  }
  expect(await ledger.verify(counter, id)).toMatchObject({ ok: true });
  const after = await ledger.verify(counter, id, { published: noted });
  expect([after.ok, found(after)]).toEqual([false, ['held', 'changed', 'changed', 'changed']]);
});

test('where a stream is wrong nothing is said of hashes from there on', async () => {
  const { id, ledger, items, item } = await stream();
  await overwrite(at.store, { ...item(5), By: 'somebody else' });
  const verification = await ledger.verify(counter, id, { published: published(items, 4, 5, 6, length) });
  expect(found(verification)).toEqual(['held', 'unknown', 'unknown', 'unknown']);
});

test('what is wrong is logged, without a word of what happened', async () => {
  const logged: unknown[] = [];
  const log = {
    ...silent,
    warn: (data: object) => logged.push(data),
    error: (data: object) => logged.push(data),
  };
  const { endpoint, table, region } = at.store;
  const ledger = await openLedger({ store: 'endpoint', endpoint, table, region }, log);
  const { id, item } = await stream();
  await ledger.verify(counter, id);
  expect(logged).toEqual([]);
  const gone = { version: length + 1, hash: '3f9a2c1b' };
  await ledger.verify(counter, id, { published: [gone] });
  await overwrite(at.store, { ...item(2), Details: { amount: 4711 } });
  await ledger.verify(counter, id);
  expect(logged).toEqual([
    { id, lacking: [{ ...gone, found: 'gone' }] },
    { id, version: 2, wrong: 'hash' },
  ]);
  await ledger.close();
});

function altered(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return `${value.slice(0, -1)}${value.endsWith('1') ? '2' : '1'}`;
  return { ...(value as object), amount: 4711 };
}

function without(item: Record<string, unknown>, attribute: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item).filter(([name]) => name !== attribute));
}
