import { describe, expect, test } from '@jest/globals';
import { Events, GatewayCloseCodes } from 'discord.js';
import { until } from '../discord/bot.js';
import { bot, callback, text } from './bot.js';

const at = bot();
const answered = async () => {
  at.answer = (raw) => callback(at, raw, text('pong'));
  return (await at.tomas.type('/ping word:x')).kind;
};

describe('the real client', () => {
  test('resumes after its connection broke, and answers what was typed meanwhile', async () => {
    const resumed = new Promise((resolve) =>
      at.client.once(Events.ShardResume, (_, missed) => resolve(missed)),
    );
    at.discord.gateway.drop(true);
    expect(await answered()).toBe('message');
    expect(await resumed).toBeGreaterThanOrEqual(1);
  });

  test('resumes where it is asked to connect anew', async () => {
    const resumed = new Promise((resolve) => at.client.once(Events.ShardResume, resolve));
    at.discord.gateway.askToReconnect();
    await resumed;
    expect(await answered()).toBe('message');
  });

  test('begins a new session where the old one is gone', async () => {
    const ready = new Promise((resolve) => at.client.once(Events.ShardReady, resolve));
    at.discord.gateway.drop(false);
    await ready;
    expect(await answered()).toBe('message');
  });

  test('comes back after Discord was away for a while', async () => {
    const triesInVain = new Promise((resolve) => at.client.once(Events.ShardReconnecting, resolve));
    await at.discord.goDown();
    expect(at.discord.gateway.online).toBe(false);
    await triesInVain;
    await at.discord.listen();
    await until(() => at.discord.gateway.online);
    expect(await answered()).toBe('message');
  });

  test('gives up where it is told that its token is good no more', async () => {
    const gone = new Promise<number>((resolve) =>
      at.client.once(Events.ShardDisconnect, ({ code }) => resolve(code)),
    );
    at.discord.gateway.drop(false, GatewayCloseCodes.AuthenticationFailed);
    expect(await gone).toBe(GatewayCloseCodes.AuthenticationFailed);
  });
});
