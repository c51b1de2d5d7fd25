import { describe, expect, test } from '@jest/globals';
import { PermissionFlagsBits, Routes } from 'discord.js';
import type { APIMessage } from 'discord.js';
import { tavern } from '../../src/playground/index.js';
import { application, bot, callback, messageId, original, refusalOf, text } from './bot.js';
import { until } from '../discord/bot.js';

const at = bot();
const { id } = tavern.channel;
const send = async (body: object = { content: 'hello' }, channel = id) =>
  (await at.rest.post(Routes.channelMessages(channel), { body })) as APIMessage;

describe('a message of the bot’s own', () => {
  test('is posted, read, changed, pinned by whoever may, and taken back', async () => {
    const sent = await send();
    const route = Routes.channelMessage(id, sent.id);
    await at.rest.patch(route, { body: { content: 'changed' } });
    expect(await at.rest.get(route)).toMatchObject({ content: 'changed', author: { id: application } });
    expect(at.ines.messages().at(-1)?.content).toBe('changed');
    expect(await at.rest.get(Routes.channelMessages(id))).toMatchObject([{ id: sent.id }]);
    const pin = Routes.channelMessagesPin(id, sent.id);
    expect(await refusalOf(at.rest.put(pin))).toEqual([403, 50013, 'Missing Permissions']);
    at.discord.world.bot.permissions |= PermissionFlagsBits.ManageMessages;
    await at.rest.put(pin);
    expect(await at.rest.get(route)).toMatchObject({ pinned: true });
    await at.rest.delete(route);
    expect(at.ines.messages().at(-1)?.id).not.toBe(sent.id);
    expect(await refusalOf(at.rest.get(route))).toEqual([404, 10008, 'Unknown Message']);
  });

  test('is posted once where its nonce is to be enforced', async () => {
    const body = { content: 'once', nonce: 'a', enforce_nonce: true };
    expect((await send(body)).id).toBe((await send(body)).id);
  });

  test('is refused where there is no such channel, or where it may not', async () => {
    const { bot: itself } = at.discord.world;
    const usual = itself.permissions;
    expect(await refusalOf(send({}, '1300000000000000099'))).toEqual([404, 10003, 'Unknown Channel']);
    itself.permissions = PermissionFlagsBits.ViewChannel;
    expect(await refusalOf(send())).toEqual([403, 50013, 'Missing Permissions']);
    itself.permissions = 0n;
    expect(await refusalOf(send())).toEqual([403, 50001, 'Missing Access']);
    itself.permissions = usual;
  });
});

describe('too many requests', () => {
  test('are told to wait, and the real client does', async () => {
    let limited = 0;
    const { rest } = at.client;
    rest.on('rateLimited', () => limited++);
    let done = false;
    at.answer = async (raw) => {
      await callback(at, raw, text('0'));
      for (let i = 1; i <= 7; i++)
        await rest.patch(original(raw), { body: { content: `${i}` }, auth: false });
      done = true;
    };
    await at.tomas.type('/ping word:x');
    await until(() => done);
    expect(limited).toBeGreaterThan(0);
    expect(at.tomas.messages().at(-1)?.content).toBe('7');
    expect(at.discord.requests.filter(({ status }) => status === 429)).toEqual([]);
  });

  test('within a second are refused to the bot as a whole', async () => {
    const ask = () =>
      fetch(`${at.discord.api}/v10/users/@me`, { headers: { authorization: `Bot ${at.discord.token}` } });
    const answers = await Promise.all(Array.from({ length: 60 }, ask));
    const refused = answers.find(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(50);
    expect(refused?.headers.get('x-ratelimit-global')).toBe('true');
    at.ahead += 1_000;
    expect(await refused?.json()).toMatchObject({ global: true, retry_after: expect.any(Number) as unknown });
  });
});

describe('on the way', () => {
  test('an answer is lost, and a request is held up', async () => {
    const { faults } = at.discord;
    faults.loseAnswer = (_, path) => path.endsWith('/callback');
    let lost: unknown;
    at.answer = async (raw) => {
      lost = await callback(at, raw, text('lost')).catch(() => 'lost');
    };
    const outcome = await at.tomas.type('/ping word:x');
    await until(() => lost === 'lost');
    expect(at.discord.messages.get(messageId(outcome)).message.content).toBe('lost');
    faults.loseAnswer = () => false;
    faults.delay = () => 300;
    const begun = Date.now();
    await at.rest.get(Routes.user());
    expect(Date.now() - begun).toBeGreaterThanOrEqual(290);
  });
});
