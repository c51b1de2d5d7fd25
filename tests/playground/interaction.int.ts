import { describe, expect, test } from '@jest/globals';
import { Routes, SnowflakeUtil } from 'discord.js';
import { until } from '../discord/bot.js';
import { application, bot, callback, messageId, original, text } from './bot.js';

const at = bot();
const button = { type: 2, style: 2, label: 'Press', custom_id: 'press' };
const row = { components: [{ type: 1, components: [button] }] };
const shown = (id: string) => at.discord.messages.get(id).message;

describe('a command', () => {
  test('reaches the real client whole, with what was typed in its types', async () => {
    at.answer = (raw) => callback(at, raw, text('pong'));
    const line = '/ping word:two words count:3 loud:true whom:Ines rank:1300000000000000021';
    expect(await at.tomas.type(line)).toMatchObject({ kind: 'message', ephemeral: false });
    const [raw] = at.received;
    expect(raw).toMatchObject({
      type: 2,
      application_id: application,
      guild_id: '1300000000000000001',
      member: { user: { id: '1300000000000000012' }, permissions: expect.stringMatching(/^\d+$/) as unknown },
      authorizing_integration_owners: { '0': '1300000000000000001' },
      entitlements: [],
      data: {
        name: 'ping',
        options: [
          { name: 'word', value: 'two words' },
          { name: 'count', value: 3 },
          { name: 'loud', value: true },
          { name: 'whom', value: '1300000000000000013' },
          { name: 'rank', value: '1300000000000000021' },
        ],
        resolved: {
          users: { '1300000000000000013': { username: 'ines' } },
          roles: { '1300000000000000021': { name: 'Dungeon Master' } },
        },
      },
    });
    expect(Math.abs(SnowflakeUtil.timestampFrom(raw?.id ?? '0') - Date.now())).toBeLessThan(2_000);
  });

  test.each([
    ['/ping', 'word is required'],
    ['/ping word:x count:ten', 'a whole number'],
    ['/ping word:x count:10', '1 to 9'],
    ['/ping word:x loud:maybe', 'True or False'],
    ['/ping word:x whom:Nobody', 'nothing here is called Nobody'],
    ['/ping word:x rank:Ines', 'nothing here is called Ines'],
    ['/ping x word:y', 'needs the name of its option'],
    ['/ping word:x whom:', 'no value yet'],
    ['/pong word:x', 'no such command'],
  ])('%j is not sent, as by Discord’s client', async (line, words) => {
    await expect(at.tomas.type(line)).rejects.toThrow(words);
  });

  test('that nobody answers has failed three seconds after it was made', async () => {
    at.answer = () => Promise.resolve();
    const made = Date.now() - 2_700;
    const reason = 'The application did not respond';
    expect(await at.tomas.type('/ping word:x', { at: made })).toEqual({ kind: 'failed', reason });
    expect(Date.now() - made).toBeGreaterThanOrEqual(2_990);
  });

  test('can be told to the bot more than once', async () => {
    at.received = [];
    at.answer = () => Promise.resolve();
    void at.tomas.type('/ping word:x', { copies: 3 });
    await until(() => at.received.length === 3);
    expect(new Set(at.received.map(({ id }) => id)).size).toBe(1);
  });
});

describe('an answer', () => {
  test('that is asked for is told of', async () => {
    let told: unknown;
    at.answer = async (raw) => {
      told = await callback(at, raw, { type: 5, data: { flags: 64 } }, { with_response: 'true' });
    };
    const id = messageId(await at.tomas.type('/ping word:x'));
    await until(() => told !== undefined);
    expect(told).toMatchObject({
      interaction: {
        response_message_id: id,
        response_message_loading: true,
        response_message_ephemeral: true,
      },
      resource: { type: 5, message: { id } },
    });
  });

  test('that is deferred is filled by an edit, or by the first follow-up', async () => {
    const follow = { body: { content: 'followed', flags: 64 }, auth: false };
    at.answer = async (raw) => {
      await callback(at, raw, { type: 5 });
      await at.rest.patch(original(raw), { body: { content: 'edited' }, auth: false });
    };
    const edited = messageId(await at.tomas.type('/ping word:x'));
    at.answer = async (raw) => {
      await callback(at, raw, { type: 5 });
      await at.rest.post(Routes.webhook(application, raw.token), follow);
    };
    const followed = messageId(await at.tomas.type('/ping word:x'));
    await until(() => shown(edited).content === 'edited' && shown(followed).content === 'followed');
    // it was deferred for all to see, and stays so
    expect(shown(followed).flags).toBe(0);
  });

  test('is read, and taken back', async () => {
    let read: unknown;
    at.answer = async (raw) => {
      await callback(at, raw, text('one'));
      read = await at.rest.get(original(raw), { auth: false });
      await at.rest.delete(original(raw), { auth: false });
      const body = { content: 'two', flags: 64 };
      await at.rest.post(Routes.webhook(application, raw.token), { body, auth: false });
    };
    const id = messageId(await at.tomas.type('/ping word:x'));
    await until(() => at.tomas.messages().at(-1)?.content === 'two');
    expect(read).toMatchObject({ id, content: 'one' });
    expect(at.ines.messages().map((message) => message.id)).not.toContain(id);
    expect(at.ines.messages().at(-1)?.content).not.toBe('two');
  });

  test('that is ephemeral is seen by its addressee alone, and pressed by nobody else', async () => {
    at.answer = (raw) => callback(at, raw, text('secret', { flags: 64, ...row }));
    const id = messageId(await at.tomas.type('/ping word:x'));
    expect(at.tomas.messages().at(-1)?.content).toBe('secret');
    expect(at.ines.messages().at(-1)?.content).not.toBe('secret');
    await expect(at.ines.press(id, 'press')).rejects.toThrow('nothing to press');
  });

  test.each([
    ['pings whom it names', undefined, [1, 1, true]],
    ['pings nobody where that is forbidden', { parse: [] }, [0, 0, false]],
    ['pings nobody where nothing is allowed', {}, [0, 0, false]],
    ['pings those who are allowed', { users: ['1300000000000000013'] }, [1, 0, false]],
    ['pings those of a kind that is allowed', { parse: ['roles'] }, [0, 1, false]],
  ])('%s', async (_, allowed_mentions, expected) => {
    const content = '<@1300000000000000013> <@&1300000000000000021> @everyone';
    at.answer = (raw) => callback(at, raw, text(content, { allowed_mentions, embeds: [{ title: content }] }));
    const { mentions, mention_roles, mention_everyone } = shown(
      messageId(await at.tomas.type('/ping word:x')),
    );
    expect([mentions.length, mention_roles.length, mention_everyone]).toEqual(expected);
  });

  test('that is edited pings anew only with new content', async () => {
    const silent = { allowed_mentions: { parse: [] } };
    const edit = (body: object) => (raw: (typeof at.received)[number]) =>
      callback(at, raw, text('<@1300000000000000013>', silent)).then(() =>
        at.rest.patch(original(raw), { body, auth: false }),
      );
    at.answer = edit(row);
    const dressed = messageId(await at.tomas.type('/ping word:x'));
    await until(() => shown(dressed).edited_timestamp !== null);
    expect(shown(dressed).mentions).toEqual([]);
    at.answer = edit({ content: 'now <@1300000000000000013>' });
    const named = messageId(await at.tomas.type('/ping word:x'));
    await until(() => shown(named).edited_timestamp !== null);
    expect(shown(named).mentions).toHaveLength(1);
  });
});

describe('an option', () => {
  test('is completed with what the bot offers', async () => {
    const choices = [{ name: 'Thorin', value: 'thorin' }];
    at.answer = (raw) => callback(at, raw, { type: 8, data: { choices } });
    expect(await at.tomas.suggestions('/ping word:th')).toEqual(choices);
    expect(at.received.at(-1)).toMatchObject({
      type: 4,
      data: { options: [{ name: 'word', value: 'th', focused: true }] },
    });
  });
});
