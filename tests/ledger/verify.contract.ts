import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { expect, test } from '@jest/globals';
import { v4 } from 'uuid';
import { hashOf } from '../../src/ledger/item.js';
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
  expect(await verify()).toEqual({ ok: true, versions: length, hash: items.at(-1)?.Hash });
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
      expect(await verify()).toMatchObject({ ok: false, version });
    }
    await overwrite(at.store, whole);
  }
  const version = random(length);
  for (const more of [{ Note: 'was not there' }, { Rules: '5.1' }, { Secret: true }]) {
    await overwrite(at.store, { ...item(version), ...more });
    expect(await verify()).toMatchObject({ ok: false, version });
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
  expect(await ledger.verify(counter, id)).toMatchObject({ ok: false, version: 2 });
});

test('a long stream is read to its end, page by page', async () => {
  const ledger = await at.another();
  const id = await preloaded(at.store, 320);
  expect(await ledger.verify(counter, id)).toMatchObject({ ok: true, versions: 320 });
  await overwrite(at.store, { ...(await itemsOf(at.store, id))[300], By: 'somebody else' });
  expect(await ledger.verify(counter, id)).toEqual({ ok: false, version: 301, wrong: 'hash' });
});

test('an event that is taken away is found', async () => {
  const { remove, verify } = await stream();
  const version = random(length - 1);
  await remove(version);
  expect(await verify()).toEqual({ ok: false, version, wrong: 'missing' });
});

test('two events that change places are found', async () => {
  const { item, verify } = await stream();
  const version = random(length - 1);
  await overwrite(at.store, { ...item(version + 1), Version: version });
  await overwrite(at.store, { ...item(version), Version: version + 1 });
  expect(await verify()).toMatchObject({ ok: false, version });
});

test('an event that is put in between, with those after it renumbered, is found', async () => {
  const { item, verify } = await stream();
  const version = 1 + random(length - 1);
  for (let later = length; later >= version; later--)
    await overwrite(at.store, { ...item(later), Version: later + 1 });
  await overwrite(at.store, { ...item(version), EventId: v4() });
  expect(await verify()).toMatchObject({ ok: false, version });
});

test('an event that bears another number is found', async () => {
  const { item, remove, verify } = await stream();
  const version = random(length - 1);
  await overwrite(at.store, { ...item(version), Version: length + 5 });
  await remove(version);
  expect(await verify()).toEqual({ ok: false, version, wrong: 'missing' });
});

test('an event of another stream is found', async () => {
  const [one, other] = [await stream(), await stream()];
  const version = random(length);
  await overwrite(at.store, { ...other.item(version), Id: one.id });
  expect(await one.verify()).toMatchObject({ ok: false, version });
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
  expect(await verify()).toEqual({ ok: false, version, wrong: 'state' });
  expect(await itemsOf(at.store, id)).toHaveLength(length);
});

test('a tail that was cut off is found against a hash that was made known', async () => {
  const { id, ledger, items, remove } = await stream();
  const hash = String(items[length - 1]?.Hash).slice(0, 8);
  const published = { version: length, hash };
  expect(await ledger.verify(counter, id, { published })).toMatchObject({ ok: true });
  await remove(length);
  await remove(length - 1);
  expect(await ledger.verify(counter, id)).toMatchObject({ ok: true, versions: length - 2 });
  const found = await ledger.verify(counter, id, { published });
  expect(found).toEqual({ ok: false, version: length - 1, wrong: 'missing' });
});

test('a stream that was written anew is found against a hash that was made known', async () => {
  const { ledger, id } = await stream();
  const found = await ledger.verify(counter, id, { published: { version: 3, hash: '00000000' } });
  expect(found).toEqual({ ok: false, version: 3, wrong: 'published' });
});

function altered(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return `${value.slice(0, -1)}${value.endsWith('1') ? '2' : '1'}`;
  return { ...(value as object), amount: 4711 };
}

function without(item: Record<string, unknown>, attribute: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item).filter(([name]) => name !== attribute));
}
