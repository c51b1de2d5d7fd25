import { expect, test } from '@jest/globals';
import { v4 } from 'uuid';
import { itemOf } from '../../src/ledger/item.js';
import { counter, meta } from './counter.js';
import { appended, fixture, overwrite, wholeStream } from './fixture.js';

const at = fixture();

/** A stream that a process began whose clock is an hour ahead. */
async function begunAhead(): Promise<{ id: string; begun: string }> {
  const id = v4();
  const begun = new Date(Date.now() + 3_600_000).toISOString();
  const event = { type: 'Added', details: { amount: 1 }, change: 1 };
  const { eventId, by, command, subject } = meta();
  const content = { id, version: 1, eventId, at: begun, by, command, subject, event, schema: 1 };
  await overwrite(at.store, { ...itemOf({ ...content, state: { value: 1 } }, '') });
  return { id, begun };
}

test('time never runs backwards along a stream, though the next process’s clock is an hour behind', async () => {
  const ledger = await at.another();
  const { id, begun } = await begunAhead();
  // the first of these is cold, the others are warm
  await appended(ledger, [1, 1], id);
  await appended(await at.another(), [1], id);
  const { events } = await ledger.read(counter, id, {});
  expect(events.map((event) => event.at)).toEqual([begun, begun, begun, begun]);
  expect(await wholeStream(ledger, id)).toEqual({ events: 4, value: 4 });
});
