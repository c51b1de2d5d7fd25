import { expect, test } from '@jest/globals';
import type { Recorded } from '../../src/ledger/index.js';
import { joined, ownAmong, reachesBack, windowOf } from '../../src/ledger/window.js';
import type { Window } from '../../src/ledger/window.js';
import { meta } from './counter.js';

interface Event {
  type: string;
  details: object;
}
const begun = Date.parse('2026-01-01T20:00:00.000Z');

/** The end of a stream to which so many events were appended, one by one and evenly over so many seconds. */
function grown(events: number, seconds: number): Window<object, Event> {
  let window: Window<object, Event> | undefined;
  for (let version = 1; version <= events; version++) {
    const at = new Date(begun + Math.floor((1_000 * seconds * version) / events)).toISOString();
    const event = { type: 'Added', details: {} };
    const ids = { id: 'a', eventId: `e${version}`, by: '', command: '', subject: '', hash: '' };
    const recorded: Recorded<object, Event> = { ...ids, version, at, event, state: {}, schema: 1 };
    window = joined(windowOf([recorded], 0), window);
  }
  if (window === undefined) throw new Error('at least one event');
  return window;
}

test('however many events there were in a minute, all are known: none is looked up again', () => {
  const { known, recent } = grown(5_000, 60);
  const madeAt = begun + 59_000;
  expect(known).toHaveLength(5_000);
  expect(recent.map(({ version }) => version)).toEqual([5_000, 4_999, 4_998, 4_997, 4_996]);
  expect(reachesBack(known, madeAt)).toBe(true);
  expect(ownAmong(known, { ...meta(madeAt), eventId: 'e1000' })).toMatchObject({ version: 1_000 });
  expect(ownAmong(known, { ...meta(madeAt), eventId: 'another' })).toBeUndefined();
});

test('what no interaction on its way can have caused is forgotten', () => {
  const { known } = grown(5_000, 5_000);
  // a minute for Discord to deliver again, a minute by which clocks may differ, and the one that shows where it ends
  expect(known.map(({ version }) => version)).toEqual(Array.from({ length: 122 }, (_, i) => 5_000 - i));
  expect(reachesBack(known, begun + 5_000_000 - 59_000)).toBe(true);
  expect(reachesBack(known, begun + 5_000_000 - 62_000)).toBe(false);
});
