import { describe, expect, test } from '@jest/globals';
import { REST, Routes } from 'discord.js';
import type { APIInteraction } from 'discord.js';
import { application, bot, callback, original, refusalOf, refused, text } from './bot.js';

const at = bot();
const first = (body: unknown) => (raw: APIInteraction) => callback(at, raw, body);
const change = (raw: APIInteraction, body: object) => at.rest.patch(original(raw), { body, auth: false });

describe('a first answer', () => {
  const unknown = [404, 10062, 'Unknown interaction'];

  test('is taken once', async () => {
    const twice = async (raw: APIInteraction) => {
      await callback(at, raw, text('one'));
      await callback(at, raw, text('two'));
    };
    expect(await refused(at, twice)).toEqual([400, 40060, 'Interaction has already been acknowledged.']);
  });

  test('that was refused can be given again', async () => {
    const again = async (raw: APIInteraction) => {
      await callback(at, raw, text('')).catch(() => undefined);
      await callback(at, raw, text('one'));
    };
    expect(await refused(at, again)).toBe('taken');
  });

  test('to an unknown interaction, or with another’s token, is refused', async () => {
    expect(await refused(at, (raw) => callback(at, { ...raw, id: '1' }, text('x')))).toEqual(unknown);
    expect(await refused(at, (raw) => callback(at, { ...raw, token: 'x' }, text('x')))).toEqual(unknown);
  });

  test.each([
    ['choices for a command', { type: 8, data: { choices: [] } }],
    ['an update for a command', { type: 7, data: { content: 'x' } }],
    ['a deferred update for a command', { type: 6 }],
    ['a pong', { type: 1 }],
    ['of no kind', {}],
    ['of a kind that is not there', { type: 99 }],
    [
      'a form with a title of 46',
      { type: 9, data: { custom_id: 'm', title: 'x'.repeat(46), components: [] } },
    ],
  ])('that does not fit is refused: %s', async (_, body) => {
    expect(await refused(at, first(body))).toEqual([400, 50035, 'Invalid Form Body']);
  });

  test.each([
    ['a message', text('x')],
    ['26 of them', { type: 8, data: { choices: Array(26).fill({ name: 'a', value: 'a' }) } }],
    ['one of 101 characters', { type: 8, data: { choices: [{ name: 'a', value: 'x'.repeat(101) }] } }],
    ['one without a name', { type: 8, data: { choices: [{ name: '', value: 'a' }] } }],
  ])('to someone who waits for choices is refused: %s', async (_, body) => {
    let refusal: unknown;
    at.answer = async (raw) => {
      refusal = await refusalOf(callback(at, raw, body));
      await callback(at, raw, { type: 8, data: { choices: [] } });
    };
    expect(await at.tomas.suggestions('/ping word:x')).toEqual([]);
    expect(refusal).toEqual([400, 50035, 'Invalid Form Body']);
  });

  test('after three seconds is refused, and so is what would follow', async () => {
    const late = async (raw: APIInteraction) => {
      at.ahead += 3_001;
      expect(await refusalOf(change(raw, { content: 'x' }))).toEqual([404, 10015, 'Unknown Webhook']);
      await callback(at, raw, text('late'));
    };
    expect(await refused(at, late)).toEqual(unknown);
  });
});

describe('what follows the first answer', () => {
  const webhook = (token: string) => Routes.webhook(application, token);
  const ofMessage = (token: string, message?: string) => Routes.webhookMessage(application, token, message);
  const body = { content: 'x' };
  const answered = (does: (raw: APIInteraction) => Promise<unknown>) => (raw: APIInteraction) =>
    callback(at, raw, text('x')).then(() => does(raw));

  test.each<[string, unknown, (raw: APIInteraction) => Promise<unknown>]>([
    ['an edit before it', [404, 10015, 'Unknown Webhook'], (raw) => change(raw, body)],
    [
      'a follow-up before it',
      [404, 10015, 'Unknown Webhook'],
      ({ token }) => at.rest.post(webhook(token), { body, auth: false }),
    ],
    [
      'with a wrong token',
      [401, 50027, 'Invalid Webhook Token'],
      ({ token }) => at.rest.patch(ofMessage(`${token}x`), { body, auth: false }),
    ],
    [
      'for another application',
      [404, 10015, 'Unknown Webhook'],
      answered(({ token }) =>
        at.rest.patch(Routes.webhookMessage('1300000000000000099', token), { body, auth: false }),
      ),
    ],
    [
      'to a message that is not its own',
      [404, 10008, 'Unknown Message'],
      answered(({ token }) => {
        const [another] = at.tomas.messages();
        return at.rest.patch(ofMessage(token, another?.id), { body, auth: false });
      }),
    ],
    [
      'to a message that was taken back',
      [404, 10008, 'Unknown Message'],
      answered((raw) => at.rest.delete(original(raw), { auth: false }).then(() => change(raw, body))),
    ],
  ])('is refused: %s', async (_, expected, does) => {
    expect(await refused(at, does)).toEqual(expected);
  });

  test('is refused after fifteen minutes', async () => {
    const late = answered((raw) => {
      at.ahead += 15 * 60_000 + 1;
      return change(raw, body);
    });
    expect(await refused(at, late)).toEqual([401, 50027, 'Invalid Webhook Token']);
  });
});

test('what is not there is refused, and that it was asked for can be seen', async () => {
  expect(await refusalOf(at.rest.get('/guilds/1/emojis'))).toEqual([404, 0, '404: Not Found']);
  const asked = { method: 'GET', path: '/api/v10/guilds/1/emojis', status: 404 };
  expect(at.discord.requests).toContainEqual(asked);
});

test('a wrong bot token is refused', async () => {
  const wrong = new REST({ api: at.discord.api, retries: 0 }).setToken('wrong');
  expect(await refusalOf(wrong.get(Routes.user()))).toEqual([401, 0, '401: Unauthorized']);
});
