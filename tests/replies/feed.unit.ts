import { describe, expect, test } from '@jest/globals';
import { feedMessage, toldIn } from '../../src/replies/index.js';
import type { ToldEntry } from '../../src/replies/index.js';
import { decide, evolve } from '../../src/rules/index.js';
import type { State } from '../../src/rules/index.js';
import { allWords, english, wordsFor } from '../../src/words/index.js';

const longNote = '*'.repeat(200);
/** As many characters as a name may have, each of which is written as two. */
const longName = '*'.repeat(32);
const most = 15;
const hash = '3f9a2c1b7d04'.repeat(6).slice(0, 64);

/** So many entries of a character, the newest last, each as the feed tells it. */
function told(name: string, count: number): ToldEntry[] {
  const character = { id: 'c2b8e1d4-51f7-4e0e-9f39-7a4ad0c6b2e3', name, kind: 'pc' as const, owner: '1' };
  let state: State | undefined;
  return Array.from({ length: count }, (_, index) => {
    const event = decide(
      state,
      index === 0
        ? { type: 'enroll', kind: 'pc', max: 9_999, note: longNote }
        : { type: 'damage', parts: [{ amount: 345 }], note: longNote },
      '5.2',
    );
    state = evolve(state, event);
    const entry = {
      version: 987_650 + index,
      at: '2026-11-23T18:00:00.000Z',
      by: '1300000000000000011',
      event,
      state,
    };
    return { character, sight: { numbers: true, entries: [entry] }, hash };
  });
}
const textOf = (message: ReturnType<typeof feedMessage>) => message?.embeds[0]?.description ?? '';

describe('a message of the feed', () => {
  test.each(allWords)('holds as many entries as it may tell, however long they are', (words) => {
    const text = textOf(feedMessage(words, { entries: told(longName, most) }));
    expect(text.length).toBeLessThanOrEqual(4_096);
    expect(text.split('\n')).toHaveLength(most);
    for (const line of text.split('\n'))
      expect(line).toMatch(/^`v98765\d 3f9a2c1b7d04`|^`v98766\d 3f9a2c1b7d04`/);
  });

  test.each(allWords)('holds as many stretches as it may tell', (words) => {
    const stretches = told(longName, most).map((entry) => ({ ...entry, from: 987_000, to: 987_650 }));
    const text = textOf(feedMessage(words, { stretches }));
    expect(text.length).toBeLessThanOrEqual(4_096);
    expect(text.split('\n')).toHaveLength(most + 1);
  });

  test('is recognised, whatever the characters are called by now, and in whatever language it is', () => {
    const before = textOf(feedMessage(english, { entries: told('Thorin', 3) }));
    const after = textOf(feedMessage(wordsFor('de'), { entries: told('Thráin', 3) }));
    expect(after).not.toBe(before);
    expect(toldIn(after)).toBe(toldIn(before));
    expect(toldIn(textOf(feedMessage(english, { entries: told('Thorin', 4) })))).not.toBe(toldIn(before));
  });

  test('is none where there is nothing to tell', () => {
    expect(feedMessage(english, { entries: [] })).toBeUndefined();
  });
});
