import { beforeEach, describe, expect, test } from '@jest/globals';
import { outages } from '../../src/discord/outages.js';
import type { Outages } from '../../src/discord/outages.js';

let now: number;
let lines: object[];
let log: Outages;
beforeEach(() => {
  now = 0;
  lines = [];
  const note = (level: string) => (data: object, message: string) =>
    void lines.push({ level, ...data, message });
  log = outages({ warn: note('warn'), info: note('info') } as never, () => now);
});
/** Lets time go by. @param seconds whole ones. */
const pass = (seconds: number) => {
  for (let left = seconds; left > 0; left--) {
    now += 1_000;
    log.tell();
  }
};
const lost = 'the connection to Discord was lost; reconnecting';
const again = 'connected to Discord again';
const still = 'still no connection to Discord';

describe('an outage', () => {
  test('is one line when it begins and one when it is over, however often it is tried', () => {
    log.lost(0, 1_006, 'the connection broke off');
    expect(lines).toEqual([
      { level: 'warn', shards: [0], code: 1_006, cause: 'the connection broke off', message: lost },
    ]);
    for (let tries = 0; tries < 100; tries++) {
      pass(1);
      log.lost(0, 1_006, 'ECONNREFUSED');
    }
    log.back(0, 'new session');
    pass(10);
    expect(lines.slice(1)).toEqual([
      { level: 'info', shards: [0], how: 'new session', seconds: 100, message: again },
    ]);
  });

  test('is a line every three minutes in between, with what is known last', () => {
    log.lost(0, 4_000, 'unknown error');
    pass(60);
    log.lost(0, 1_006, 'ECONNREFUSED');
    pass(540);
    expect(lines.slice(1)).toEqual(
      [180, 360, 540].map((seconds) => ({
        ...{ level: 'warn', shards: [0], seconds, code: 1_006, cause: 'ECONNREFUSED', message: still },
      })),
    );
    log.back(0, 'resumed');
    pass(600);
    expect(lines).toHaveLength(5);
  });

  test('of many shards is summed up', () => {
    for (let shard = 0; shard < 16; shard++) log.lost(shard, 1_001, 'Discord is going away');
    pass(1);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatchObject({
      shards: Array.from({ length: 15 }, (_, index) => index + 1),
      code: 1_001,
    });
    pass(180);
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatchObject({
      shards: Array.from({ length: 16 }, (_, index) => index),
      message: still,
    });
    for (let shard = 0; shard < 16; shard++) log.back(shard, 'resumed');
    pass(10);
    expect(lines).toHaveLength(5);
    expect(log.isAway(0)).toBe(false);
  });

  test('that was none is no line', () => {
    log.back(0, 'new session');
    pass(600);
    expect(lines).toEqual([]);
  });
});
