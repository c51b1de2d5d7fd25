import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const program = fileURLToPath(new URL('in-zone.js', import.meta.url));

/** The zone is a matter of the process: a running one can't be moved to another. */
async function readIn(zone: string, asked: readonly (readonly [string, string])[]): Promise<unknown> {
  const env = { ...process.env, TZ: zone };
  const { stdout } = await promisify(execFile)(process.execPath, [program, JSON.stringify(asked)], { env });
  return JSON.parse(stdout);
}

test.each<[zone: string, times: [typed: string, now: string, meant: string][]]>([
  [
    'UTC',
    [
      ['19:30', '2026-11-23T18:49:00Z', '2026-11-22T19:30:00.000Z'],
      ['yesterday', '2026-11-23T18:49:00Z', '2026-11-22T00:00:00.000Z'],
    ],
  ],
  [
    'America/Los_Angeles',
    [
      ['19:30', '2026-11-24T03:31:00Z', '2026-11-24T03:30:00.000Z'],
      ['yesterday', '2026-11-24T03:31:00Z', '2026-11-22T08:00:00.000Z'],
      // it is the 24th in UTC, and an hour past one
      ['01:00 UTC', '2026-11-24T02:00:00Z', '2026-11-24T01:00:00.000Z'],
    ],
  ],
  [
    'Asia/Kathmandu',
    [
      ['0:15', '2026-11-22T18:31:00Z', '2026-11-22T18:30:00.000Z'],
      ['gestern 12:00', '2026-11-22T18:31:00Z', '2026-11-22T06:15:00.000Z'],
      ['23:00 UTC', '2026-11-22T18:31:00Z', '2026-11-21T23:00:00.000Z'],
    ],
  ],
  ['Pacific/Kiritimati', [['today', '2026-11-23T11:00:00Z', '2026-11-23T10:00:00.000Z']]],
  [
    // clocks went from 2 to 3 on March 29, and from 3 back to 2 on October 25
    'Europe/Berlin',
    [
      ['1:30', '2026-03-29T01:10:00Z', '2026-03-29T00:30:00.000Z'],
      ['3:00', '2026-03-29T01:10:00Z', '2026-03-29T01:00:00.000Z'],
      // that day there was none: as much later
      ['2:30', '2026-03-29T10:00:00Z', '2026-03-29T01:30:00.000Z'],
      ['yesterday 12:00', '2026-03-29T10:00:00Z', '2026-03-28T11:00:00.000Z'],
      ['3 days ago at 12:00', '2026-03-30T10:00:00Z', '2026-03-27T11:00:00.000Z'],
      ['3h', '2026-03-29T02:00:00Z', '2026-03-28T23:00:00.000Z'],
      ['1d', '2026-03-29T10:00:00Z', '2026-03-28T10:00:00.000Z'],
      ['today', '2026-03-29T10:00:00Z', '2026-03-28T23:00:00.000Z'],
      // the first of the two
      ['2:30', '2026-10-25T10:00:00Z', '2026-10-25T00:30:00.000Z'],
      ['2:30', '2026-10-25T00:15:00Z', '2026-10-24T00:30:00.000Z'],
      ['today', '2026-10-25T10:00:00Z', '2026-10-24T22:00:00.000Z'],
      ['an hour ago', '2026-10-25T01:15:00Z', '2026-10-25T00:15:00.000Z'],
    ],
  ],
])('in %s', async (zone, times) => {
  const read = await readIn(
    zone,
    times.map(([typed, now]) => [typed, now]),
  );
  expect(read).toEqual(times.map(([, , meant]) => meant));
});
