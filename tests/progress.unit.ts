import { expect, test } from '@jest/globals';
import { progressLine } from '../src/progress.js';

/** What is written, told of every 50 milliseconds for 25 seconds and then cleared away. */
function written(isTTY: boolean): string[] {
  const texts: string[] = [];
  let now = 0;
  const progress = progressLine({ isTTY, write: (text) => texts.push(text) }, () => now);
  for (; now <= 25_000; now += 50) progress.tell(`${now} ms`);
  progress.clear();
  return texts;
}

test('on a terminal one line changes, ten times a second, and is cleared away', () => {
  const texts = written(true);
  expect(texts).toHaveLength(251);
  expect(texts[1]).toBe('\r\u001b[K200 ms');
  expect(texts.at(-1)).toBe('\r\u001b[K');
  expect(texts.join('')).not.toContain('\n');
});

test('elsewhere there is a line every ten seconds', () => {
  expect(written(false)).toEqual(['10000 ms\n', '20000 ms\n']);
});
