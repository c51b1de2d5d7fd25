import { describe, expect, test } from '@jest/globals';
import { Events, Routes, UserContextMenuCommandInteraction } from 'discord.js';
import { application, bot, callback, messageId, ping, refusalOf, text } from './bot.js';

const at = bot();
const look = { type: 2, name: 'Look at', name_localizations: { de: 'Ansehen' } };
const put = (...body: object[]) => at.rest.put(Routes.applicationCommands(application), { body });

describe('a command in the menu on a person', () => {
  test('reaches the real client with the person on whom it was chosen', async () => {
    await put(ping, look);
    const received = new Promise((resolve) => at.client.once(Events.InteractionCreate, resolve));
    at.answer = (raw) => callback(at, raw, text('seen'));
    const id = messageId(await at.tomas.choose('Look at', 'Ines'));
    const target = '1300000000000000013';
    expect(at.received.at(-1)).toMatchObject({ type: 2, member: { user: { username: 'tomas' } } });
    expect(at.received.at(-1)?.data).toEqual({
      id: expect.stringMatching(/^\d+$/) as unknown,
      name: 'Look at',
      type: 2,
      target_id: target,
      resolved: {
        users: { [target]: expect.objectContaining({ username: 'ines' }) as unknown },
        members: { [target]: expect.not.objectContaining({ deaf: false }) as unknown },
      },
    });
    const real = await received;
    if (!(real instanceof UserContextMenuCommandInteraction)) throw new Error('no menu');
    expect(real.targetUser.username).toBe('ines');
    expect(at.discord.messages.get(id).message).toMatchObject({
      type: 23,
      interaction_metadata: { name: 'Look at', target_user: { id: target } },
    });
  });

  test('is chosen on the bot too, and is not typed', async () => {
    at.answer = (raw) => callback(at, raw, text('seen'));
    await at.tomas.choose('Look at', 'HP Ledger');
    expect(at.received.at(-1)).toMatchObject({
      data: { resolved: { users: { [application]: { bot: true } } } },
    });
    await expect(at.tomas.type('/Look at')).rejects.toThrow('no such command');
    await expect(at.tomas.choose('Look at', 'Nobody')).rejects.toThrow('no such command in the menu');
    await expect(at.tomas.choose('ping', 'Ines')).rejects.toThrow('no such command in the menu');
  });

  test.each<[string, object]>([
    ['with a description', { ...look, description: 'x' }],
    ['with options', { ...look, options: [{ type: 3, name: 'a', description: 'x' }] }],
    ['of 33 characters', { ...look, name: 'x'.repeat(33) }],
    ['of 33 characters in another language', { ...look, name_localizations: { de: 'x'.repeat(33) } }],
    ['of blanks', { ...look, name: ' ' }],
    ['in a language that is none', { ...look, name_localizations: { xx: 'x' } }],
  ])('%s is refused', async (_, command) => {
    expect(await refusalOf(put(command))).toEqual([400, 50035, 'Invalid Form Body']);
  });

  test('is one of fifteen at most, beside those that are typed', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => ({ ...look, name: `Look ${i}` }));
    expect(await refusalOf(put(ping, { ...ping, name: 'look' }, ...many(15)))).toBe('taken');
    const most = [400, 30032, 'Maximum number of application commands reached (15)'];
    expect(await refusalOf(put(...many(16)))).toEqual(most);
    const one = at.rest.post(Routes.applicationCommands(application), { body: look });
    expect(await refusalOf(one)).toEqual(most);
  });
});
