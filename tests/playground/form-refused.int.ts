import { describe, expect, test } from '@jest/globals';
import { bot, callback, refused } from './bot.js';
import { button, form, input, labeled, menu } from './form-parts.js';

const at = bot();

describe('a form', () => {
  test.each<[string, object]>([
    ['of nothing', form()],
    ['of six fields', form(...Array.from({ length: 6 }, (_, i) => labeled(input({ custom_id: `${i}` }))))],
    ['with a title of 46', { type: 9, data: { ...form(labeled(input())).data, title: 'x'.repeat(46) } }],
    ['with an id of 101', { type: 9, data: { ...form(labeled(input())).data, custom_id: 'x'.repeat(101) } }],
    ['with a label of 46', form(labeled(input(), 'x'.repeat(46)))],
    ['with a custom id twice', form(labeled(input()), labeled(input()))],
    ['with a button', form({ type: 1, components: [button] })],
    ['with a field outside a label', form(input())],
    [
      'with a row of two fields',
      form({ type: 1, components: [input({ label: 'a' }), input({ label: 'b', custom_id: 'b' })] }),
    ],
    ['with a field in a row that has no name', form({ type: 1, components: [input()] })],
    ['with lengths that cross', form(labeled(input({ min_length: 3, max_length: 2 })))],
    ['with more in a field than fits', form(labeled(input({ value: 'abc', max_length: 2 })))],
    ['with a placeholder of 101', form(labeled(input({ placeholder: 'x'.repeat(101) })))],
    ['with a length of 4,001', form(labeled(input({ max_length: 4_001 })))],
    ['with a menu that can’t be used', form(labeled(menu({ disabled: true })))],
    ['with a required menu that needs no choice', form(labeled(menu({ min_values: 0 })))],
    ['with a menu of more choices than options', form(labeled(menu({ max_values: 4 })))],
    ['with a menu whose bounds cross', form(labeled(menu({ min_values: 3, max_values: 2 })))],
    [
      'with a value twice in a menu',
      form(
        labeled(
          menu({
            options: [
              { label: 'a', value: 'a' },
              { label: 'b', value: 'a' },
            ],
          }),
        ),
      ),
    ],
    ['with a field that the stand-in has not', form(labeled({ type: 19, custom_id: 'file' }))],
  ])('%s is refused', async (_, body) => {
    expect(await refused(at, (raw) => callback(at, raw, body))).toEqual([400, 50035, 'Invalid Form Body']);
  });
});
