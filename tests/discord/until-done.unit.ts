import { describe, expect, test } from '@jest/globals';
import { DiscordAPIError } from '@discordjs/rest';
import { TokenRefused } from '../../src/discord/token-refused.js';
import { startBackoff, untilDone } from '../../src/discord/until-done.js';

/** As fast as can be. Milliseconds. */
const backoff = { firstPauseMs: 1, longestPauseMs: 4 };
const refusal = (status: number) =>
  new DiscordAPIError({ code: 0, message: 'no' }, 0, status, 'GET', 'http://discord', {
    body: undefined,
    files: undefined,
  });

describe('what is tried until it is done', () => {
  test('is done once it works, after pauses that double to a longest', async () => {
    const pauses: number[] = [];
    let left = 5;
    const attempt = () => (left-- > 0 ? Promise.reject(new Error('lost')) : Promise.resolve('done'));
    const onFailure = (_: unknown, pauseMs: number) => pauses.push(pauseMs);
    expect(await untilDone(attempt, { backoff, onFailure })).toBe('done');
    expect(pauses).toEqual([1, 2, 4, 4, 4]);
  });

  test('at the start of a program is tried again after a second, and every minute at last', () => {
    expect(startBackoff).toEqual({ firstPauseMs: 1_000, longestPauseMs: 60_000 });
  });

  test('ends where Discord does not know the token, and nowhere else', async () => {
    const answers = [refusal(500), refusal(403), refusal(401)];
    const failures: unknown[] = [];
    const attempt = () => Promise.reject(answers[failures.length] ?? new Error('once too often'));
    const onFailure = (error: unknown) => failures.push(error);
    await expect(untilDone(attempt, { backoff, onFailure })).rejects.toBeInstanceOf(TokenRefused);
    expect(failures).toEqual(answers.slice(0, 2));
  });

  test('is called off in the middle of a pause', async () => {
    const calling = new AbortController();
    const abort = () => calling.abort();
    let tries = 0;
    const attempt = (): Promise<string> => {
      tries++;
      return Promise.reject(new Error('lost'));
    };
    const trying = untilDone(attempt, {
      backoff: { firstPauseMs: 3_600_000, longestPauseMs: 3_600_000 },
      signal: calling.signal,
      onFailure: () => {
        setImmediate(abort);
      },
    });
    expect(await trying).toBeUndefined();
    expect(tries).toBe(1);
  });
});
