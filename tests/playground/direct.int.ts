import { describe, expect, test } from '@jest/globals';
import { Routes } from 'discord.js';
import type { APIDMChannel } from 'discord.js';
import { bot, refusalOf, send } from './bot.js';

const at = bot({ speed: Infinity });
const open = async (recipient: string) =>
  (await at.rest.post(Routes.userChannels(), { body: { recipient_id: recipient } })) as APIDMChannel;

describe('a direct message', () => {
  test('is seen by one person, and can be changed, read and pinned', async () => {
    const { id, ...channel } = await open(at.tomas.person.id);
    expect(channel).toMatchObject({ type: 1, recipients: [{ username: 'tomas' }] });
    expect((await open(at.tomas.person.id)).id).toBe(id);
    expect((await open(at.ines.person.id)).id).not.toBe(id);
    const sent = await send(at, { content: 'the channel is gone', embeds: [{ title: 'x' }] }, id);
    expect(at.tomas.directMessages()).toMatchObject([{ id: sent.id, channel_id: id, flags: 0 }]);
    expect([...at.ines.directMessages(), ...at.tomas.messages(), ...at.ines.messages()]).toEqual([]);
    await at.rest.patch(Routes.channelMessage(id, sent.id), { body: { content: 'it is back' } });
    await at.rest.put(Routes.channelMessagesPin(id, sent.id));
    expect(await at.rest.get(Routes.channelMessages(id))).toMatchObject([
      { type: 6, message_reference: expect.not.objectContaining({ guild_id: expect.anything() }) as unknown },
      { id: sent.id, content: 'it is back' },
    ]);
    expect(await at.rest.get(Routes.channel(id))).toMatchObject({ id, type: 1 });
    expect(at.ines.directMessages()).toEqual([]);
  });

  test('is refused by whoever takes none, and to nobody', async () => {
    const { id } = await open(at.ines.person.id);
    const person = at.discord.world.people.find(({ name }) => name === 'Ines');
    if (person !== undefined) person.closedToMessages = true;
    const closed = [403, 50007, 'Cannot send messages to this user'];
    expect(await refusalOf(send(at, { content: 'x' }, id))).toEqual(closed);
    expect(await refusalOf(open('1300000000000000099'))).toEqual([400, 50033, 'Invalid Recipient(s)']);
    const body = at.rest.post(Routes.userChannels(), { body: {} });
    expect(await refusalOf(body)).toEqual([400, 50035, 'Invalid Form Body']);
  });
});
