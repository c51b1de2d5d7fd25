import { describe, expect, test } from '@jest/globals';
import { bot, callback, messageId, text } from './bot.js';
import { menu, person } from './form-parts.js';

const at = bot();

describe('a menu under a message', () => {
  test('is answered like a button, with what was chosen', async () => {
    const rows = [menu({ max_values: 2 }), person()].map((one) => ({ type: 1, components: [one] }));
    at.answer = (raw) => callback(at, raw, text('choose', { components: rows }));
    const id = messageId(await at.tomas.type('/ping word:x'));
    await at.tomas.press(id, 'colour', ['red', 'green']);
    expect(at.received.at(-1)?.data).toEqual({
      id: 2,
      component_type: 3,
      custom_id: 'colour',
      values: ['red', 'green'],
    });
    const options = [{ value: 'red' }, { value: 'green' }, { value: 'blue' }];
    expect(at.received.at(-1)).toMatchObject({
      type: 3,
      message: { id, components: [{ type: 1, components: [{ type: 3, custom_id: 'colour', options }] }, {}] },
    });
    await at.tomas.press(id, 'whom', ['Ines']);
    expect(at.received.at(-1)).toMatchObject({
      data: {
        values: ['1300000000000000013'],
        resolved: { users: { '1300000000000000013': { username: 'ines' } } },
      },
    });
    await expect(at.tomas.press(id, 'colour', ['black'])).rejects.toThrow('Choose from the list.');
    await expect(at.tomas.press(id, 'colour')).rejects.toThrow('Choose 1 to 2.');
  });
});
