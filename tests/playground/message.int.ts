import { describe, expect, test } from '@jest/globals';
import { DiscordAPIError } from 'discord.js';
import type { APIInteraction } from 'discord.js';
import { application, bot, callback, original, refused, text } from './bot.js';

const at = bot();
const first = (body: unknown) => (raw: APIInteraction) => callback(at, raw, body);
const message = (data: object) => first({ type: 4, data });

describe('a message', () => {
  const embed = (more: object) => message({ embeds: [{ title: 'x', ...more }] });
  const button = (more: object = {}) => ({ type: 2, style: 2, label: 'x', custom_id: 'a', ...more });
  const row = (...components: object[]) => ({ type: 1, components });
  const rows = (...components: object[]) => message({ content: 'x', components });
  const menu = (...values: string[]) => ({
    type: 3,
    custom_id: 'menu',
    options: values.map((value) => ({ label: 'x', value })),
  });
  const numbered = (count: number) => Array.from({ length: count }, (_, i) => button({ custom_id: `${i}` }));

  test.each<[string, (raw: APIInteraction) => Promise<unknown>]>([
    ['of 2,000 characters', message({ content: 'x'.repeat(2_000) })],
    [
      'with embeds of 6,000 together',
      message({ embeds: [{ description: 'x'.repeat(4_000) }, { description: 'x'.repeat(2_000) }] }),
    ],
    [
      'with five rows of five buttons',
      rows(...[0, 1, 2, 3, 4].map((i) => row(...numbered(25).slice(5 * i, 5 * i + 5)))),
    ],
    ['with a link', rows(row({ type: 2, style: 5, label: 'x', url: 'https://example.com' }))],
    ['with a menu', rows(row(menu('a', 'b')))],
  ])('%s is taken', async (_, does) => {
    expect(await refused(at, does)).toBe('taken');
  });

  test.each<[string, (raw: APIInteraction) => Promise<unknown>]>([
    ['of 2,001 characters', message({ content: 'x'.repeat(2_001) })],
    ['with a title of 257', embed({ title: 'x'.repeat(257) })],
    ['with a description of 4,097', embed({ description: 'x'.repeat(4_097) })],
    ['with a footer of 2,049', embed({ footer: { text: 'x'.repeat(2_049) } })],
    ['with an author of 257', embed({ author: { name: 'x'.repeat(257) } })],
    ['with 26 fields', embed({ fields: Array(26).fill({ name: 'a', value: 'b' }) })],
    ['with a field of 1,025', embed({ fields: [{ name: 'a', value: 'x'.repeat(1_025) }] })],
    ['with an empty field', embed({ fields: [{ name: 'a', value: '' }] })],
    ['with a nameless field', embed({ fields: [{ name: ' ', value: 'b' }] })],
    ['with a colour that is none', embed({ color: 0x1000000 })],
    ['with an empty embed', message({ content: 'x', embeds: [{ color: 1 }] })],
    [
      'with embeds of 6,001 together',
      message({ embeds: [{ description: 'x'.repeat(4_000) }, { description: 'x'.repeat(2_001) }] }),
    ],
    ['with eleven embeds', message({ embeds: Array(11).fill({ title: 'x' }) })],
    ['with a custom id twice', rows(row(button()), row(button()))],
    ['with six buttons in a row', rows(row(...numbered(6)))],
    ['with six rows', rows(...numbered(6).map((one) => row(one)))],
    ['with a button outside a row', rows(button())],
    ['with a button of no name', rows(row({ type: 2, style: 2, custom_id: 'a' }))],
    ['with a button of 81 characters', rows(row(button({ label: 'x'.repeat(81) })))],
    ['with a button without an id', rows(row({ type: 2, style: 2, label: 'x' }))],
    ['with a custom id of 101', rows(row(button({ custom_id: 'x'.repeat(101) })))],
    ['with a link that leads nowhere', rows(row({ type: 2, style: 5, label: 'x' }))],
    ['with a link that has an id', rows(row(button({ style: 5, url: 'https://example.com' })))],
    ['with a value twice in a menu', rows(row(menu('a', 'a')))],
    ['with a menu beside a button', rows(row(button(), menu('a')))],
    ['with a menu of 26', rows(row(menu(...numbered(26).map((one) => one.custom_id))))],
    [
      'that allows all mentions and some',
      message({ content: 'x', allowed_mentions: { parse: ['users'], users: [application] } }),
    ],
    ['with a file that did not come', message({ content: 'x', attachments: [{ id: 0, filename: 'x' }] })],
    ['that is an answer to none', first({ type: 4, data: 'text' })],
  ])('%s is refused', async (_, does) => {
    expect(await refused(at, does)).toEqual([400, 50035, 'Invalid Form Body']);
  });

  test('without anything in it is refused, new or changed', async () => {
    const empty = [400, 50006, 'Cannot send an empty message'];
    expect(await refused(at, first({ type: 4 }))).toEqual(empty);
    expect(await refused(at, message({ content: ' ' }))).toEqual(empty);
    expect(
      await refused(at, (raw) =>
        callback(at, raw, text('x')).then(() =>
          at.rest.patch(original(raw), { body: { content: '' }, auth: false }),
        ),
      ),
    ).toEqual(empty);
  });

  test('is told what is wrong, in its place', async () => {
    let refusal: unknown;
    await refused(at, async (raw) => {
      await embed({ title: 'x'.repeat(257) })(raw).catch((error: unknown) => (refusal = error));
    });
    expect(refusal instanceof DiscordAPIError && refusal.rawError).toMatchObject({
      code: 50035,
      errors: {
        data: {
          embeds: {
            0: {
              title: {
                _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 256 or fewer in length.' }],
              },
            },
          },
        },
      },
    });
  });
});
