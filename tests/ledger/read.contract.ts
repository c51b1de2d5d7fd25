import { describe, expect, test } from '@jest/globals';
import { v4 } from 'uuid';
import { NotThatFar, StreamNotFound, UnreadableEvent } from '../../src/ledger/index.js';
import { nextMillisecond } from '../support/next-millisecond.js';
import { counter, meta } from './counter.js';
import type { Added, Count } from './counter.js';
import { appended, fixture, itemsOf, overwrite } from './fixture.js';

const at = fixture();
const versions = ({ events }: { events: { version: number }[] }) => events.map((one) => one.version);

describe('reading', () => {
  test('goes page by page, either way', async () => {
    const ledger = await at.another();
    const id = await appended(ledger, [1, 2, 3, 4, 5]);
    const first = await ledger.read(counter, id, { limit: 2 });
    expect([versions(first), first.next]).toEqual([[1, 2], 3]);
    const second = await ledger.read(counter, id, { limit: 3, from: 3 });
    expect([versions(second), second.next]).toEqual([[3, 4, 5], undefined]);
    expect(await ledger.read(counter, id, { from: 6 })).toEqual({ events: [] });
    expect(await ledger.read(counter, id, { from: 4, to: 2 })).toEqual({ events: [] });
    const newest = await ledger.read(counter, id, { limit: 2, newestFirst: true });
    expect([versions(newest), newest.next]).toEqual([[5, 4], 3]);
    const last = await ledger.read(counter, id, { limit: 3, from: 3, newestFirst: true });
    expect([versions(last), last.next]).toEqual([[3, 2, 1], undefined]);
    expect(versions(await ledger.read(counter, id, { from: 2, to: 4 }))).toEqual([2, 3, 4]);
    expect(versions(await ledger.read(counter, id, { from: 4, to: 2, newestFirst: true }))).toEqual([
      4, 3, 2,
    ]);
  });

  test('gives each event as it was appended', async () => {
    const ledger = await at.another();
    const id = v4();
    const given = meta();
    await ledger.transact(counter, id, 7, given);
    const { events } = await ledger.read(counter, id);
    expect(events).toEqual([
      {
        id,
        version: 1,
        eventId: given.eventId,
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        by: given.by,
        command: given.command,
        subject: 'Count',
        event: { type: 'Added', details: { amount: 7 }, change: 7 },
        state: { value: 7 },
        schema: 1,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });
});

describe('a projection', () => {
  test('is the newest state, or that at a version or a time', async () => {
    const ledger = await at.another();
    const id = await appended(ledger, [1, 2]);
    await nextMillisecond();
    const between = new Date();
    await nextMillisecond();
    await appended(ledger, [3, 4], id);
    const value = async (when?: number | Date) => {
      const options = when === undefined ? {} : { at: when };
      return (await ledger.project(counter, id, options)).state.value;
    };
    expect(await value()).toBe(10);
    expect([await value(1), await value(2), await value(3), await value(4)]).toEqual([1, 3, 6, 10]);
    expect([await value(between), await value(new Date())]).toEqual([3, 10]);
    await expect(value(0)).rejects.toBeInstanceOf(NotThatFar);
    await expect(value(5)).rejects.toBeInstanceOf(NotThatFar);
    await expect(value(new Date(0))).rejects.toBeInstanceOf(NotThatFar);
  });

  test('is as old as the caller bears', async () => {
    const [one, other] = [await at.another(), await at.another()];
    const id = await appended(one, [1]);
    expect((await other.project(counter, id)).state.value).toBe(1);
    await appended(one, [1], id);
    expect((await other.project(counter, id, { maxAge: 60_000 })).state.value).toBe(1);
    expect((await other.project(counter, id, { maxAge: 0 })).state.value).toBe(2);
  });

  test('is not taken for the newest after another process was faster', async () => {
    const [one, other] = [await at.another(), await at.another()];
    const id = await appended(one, [1]);
    await appended(other, [1, 1], id);
    const refusing = {
      ...counter,
      decide: (state: Count | undefined, amount: number) => {
        if (state?.value !== 1) throw new Error('not any more');
        return counter.decide(state, amount);
      },
    };
    await expect(one.transact(refusing, id, 1, meta())).rejects.toThrow('not any more');
    expect((await one.project(counter, id, { maxAge: 60_000 })).version).toBe(3);
  });

  test('finds a stream that was begun after it had been looked for', async () => {
    const [one, other] = [await at.another(), await at.another()];
    const id = v4();
    await expect(one.project(counter, id)).rejects.toBeInstanceOf(StreamNotFound);
    await appended(other, [1], id);
    expect((await one.project(counter, id)).version).toBe(1);
  });
});

test('a stream that does not exist is an error of its own', async () => {
  const ledger = await at.another();
  const nobody = v4();
  await expect(ledger.project(counter, nobody)).rejects.toBeInstanceOf(StreamNotFound);
  await expect(ledger.read(counter, nobody)).rejects.toBeInstanceOf(StreamNotFound);
  await expect(ledger.read(counter, nobody, { from: 3 })).rejects.toBeInstanceOf(StreamNotFound);
  await expect(ledger.project(counter, nobody, { at: 1 })).rejects.toBeInstanceOf(StreamNotFound);
  await expect(ledger.project(counter, nobody, { at: new Date() })).rejects.toBeInstanceOf(StreamNotFound);
  await expect(ledger.latestVersion(nobody)).rejects.toBeInstanceOf(StreamNotFound);
  await expect(ledger.verify(counter, nobody)).rejects.toBeInstanceOf(StreamNotFound);
});

test('an item that is not what the ledger writes is named, not passed on', async () => {
  const ledger = await at.another();
  const id = await appended(ledger, [1, 2]);
  const [, second] = await itemsOf(at.store, id);
  await overwrite(at.store, { ...second, State: { value: 'many' } });
  const unreadable = (await at.another()).project(counter, id);
  await expect(unreadable).rejects.toBeInstanceOf(UnreadableEvent);
  await expect(unreadable).rejects.toMatchObject({ id, version: 2 });
});

describe('a newer form', () => {
  // the same counter as of a later day: it counts in hundredths, and upcasts what was counted in ones
  const hundredths = {
    ...counter,
    schema: 2,
    evolve: (state: Count | undefined, event: Added): Count => ({
      value: (state?.value ?? 0) + event.details.amount,
    }),
    readEvent: (stored: Parameters<typeof counter.readEvent>[0], schema: number): Added => {
      const event = counter.readEvent(stored);
      return schema === 2 ? event : { ...event, details: { amount: event.details.amount * 100 } };
    },
  };

  test('folds an old stream again from its upcast events, and goes on from there', async () => {
    const ledger = await at.another();
    const id = await appended(ledger, [1, 2, 3, 4, 5, 6, 7]);
    const newer = await at.another();
    expect((await newer.project(hundredths, id)).state).toEqual({ value: 2_800 });
    const transacted = await newer.transact(hundredths, id, 50, meta());
    expect(transacted).toMatchObject({ recorded: { version: 8, state: { value: 2_850 }, schema: 2 } });
    const { events } = await newer.read(hundredths, id, { from: 5, newestFirst: false });
    expect(events.map((one) => one.state.value)).toEqual([1_500, 2_100, 2_800, 2_850]);
    expect(await newer.verify(hundredths, id)).toMatchObject({ ok: true, versions: 8 });
  });
});
