import { describe, expect, test } from '@jest/globals';
import { until } from '../discord/bot.js';
import { bot, callback, messageId, original, text } from './bot.js';

const at = bot();
const button = { type: 2, style: 2, label: 'Press', custom_id: 'press' };
const off = { ...button, custom_id: 'off', disabled: true };
const row = { components: [{ type: 1, components: [button, off] }] };
const shown = (id: string) => at.discord.messages.get(id).message;

describe('a button', () => {
  test('changes the message that bears it, at once or later, or leads to another', async () => {
    at.answer = (raw) => callback(at, raw, text('0', row));
    const id = messageId(await at.tomas.type('/ping word:x'));

    at.answer = (raw) => callback(at, raw, { type: 7, data: { content: '1' } });
    expect(await at.ines.press(id, 'press')).toEqual({ kind: 'updated', messageId: id });
    expect(shown(id).content).toBe('1');

    at.answer = async (raw) => {
      await callback(at, raw, { type: 6 });
      await at.rest.patch(original(raw), { body: { content: '2' }, auth: false });
    };
    expect(await at.ines.press(id, 'press')).toEqual({ kind: 'acknowledged' });
    await until(() => shown(id).content === '2');

    at.answer = (raw) => callback(at, raw, text('another'));
    const other = messageId(await at.ines.press(id, 'press'));
    expect(shown(other)).toMatchObject({ type: 19, message_reference: { message_id: id } });
    expect(at.received.at(-1)).toMatchObject({
      type: 3,
      message: { id, content: '2' },
      data: { custom_id: 'press', component_type: 2 },
    });
  });

  test.each(['off', 'none'])('that is %s can not be pressed', async (customId) => {
    at.answer = (raw) => callback(at, raw, text('0', row));
    const id = messageId(await at.tomas.type('/ping word:x'));
    await expect(at.tomas.press(id, customId)).rejects.toThrow('nothing to press');
  });
});
