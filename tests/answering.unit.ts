import { describe, expect, test } from '@jest/globals';
import { answering } from '../src/answering.js';

describe('whether something answers', () => {
  test('is as it answers', async () => {
    expect(await answering(() => Promise.resolve())()).toBe(true);
    expect(await answering(() => Promise.reject(new Error('away')))()).toBe(false);
  });

  test('is not so where it hangs, and is so again once it answers', async () => {
    let answer: () => void = () => undefined;
    let asked = 0;
    const ask = () => {
      asked++;
      return new Promise<void>((resolve) => (answer = resolve));
    };
    const isAnswering = answering(ask, { everyMs: 0, withinMs: 20 });
    expect(await isAnswering()).toBe(false);
    expect(await isAnswering()).toBe(false);
    expect(asked).toBe(1);
    answer();
    const again = isAnswering();
    await new Promise(setImmediate);
    answer();
    expect(await again).toBe(true);
  });

  test('is asked once, however many want to know', async () => {
    let asked = 0;
    const isAnswering = answering(() => Promise.resolve(asked++), { everyMs: 3_600_000, withinMs: 1_000 });
    await Promise.all(Array.from({ length: 100 }, isAnswering));
    await isAnswering();
    expect(asked).toBe(1);
  });
});
