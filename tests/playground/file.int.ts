import { describe, expect, test } from '@jest/globals';
import { Routes } from 'discord.js';
import { application, bot, callback, messageId, refusalOf, refused } from './bot.js';
import { until } from '../discord/bot.js';

const at = bot();

describe('a file', () => {
  const png = Buffer.alloc(64);
  png.writeUInt32BE(0x89504e47, 0);
  png.writeUInt32BE(800, 16);
  png.writeUInt32BE(400, 20);
  const chart = { name: 'chart.png', data: png };
  const csv = { name: 'the trail.csv', data: Buffer.from('version,change\n1,31\n') };

  test('comes with a first answer, is served, and goes with an edit', async () => {
    at.answer = async (raw) => {
      const body = { type: 4, data: { attachments: [{ id: 0, description: 'a chart' }] } };
      await at.rest.post(Routes.interactionCallback(raw.id, raw.token), {
        body,
        files: [chart, csv],
        auth: false,
      });
    };
    const posted = messageId(await at.tomas.type('/ping word:x'));
    const attachments = () => at.discord.messages.get(posted).message.attachments;
    const [picture, table] = attachments();
    expect(picture).toMatchObject({
      filename: 'chart.png',
      description: 'a chart',
      content_type: 'image/png',
      size: 64,
      width: 800,
      height: 400,
    });
    const served = await fetch(table?.url ?? '');
    expect(served.headers.get('content-type')).toContain('text/csv');
    expect(served.headers.get('content-security-policy')).toContain('sandbox');
    expect(await served.text()).toBe(csv.data.toString());

    const { token } = at.received.at(-1) ?? { token: '' };
    const edit = (body: object, files = [csv]) =>
      at.rest.patch(Routes.webhookMessage(application, token), { body, files, auth: false });
    await edit({ content: 'more' });
    expect(attachments().map(({ filename }) => filename)).toEqual([
      'chart.png',
      'the_trail.csv',
      'the_trail.csv',
    ]);
    await edit({ attachments: [{ id: picture?.id }] }, []);
    expect(attachments().map(({ filename }) => filename)).toEqual(['chart.png']);
  });

  test('that an embed shows is not among the attachments, until the embed is gone', async () => {
    const embeds = [{ title: 'A chart', image: { url: 'attachment://chart.png' } }];
    at.answer = async ({ id: interaction, token }) => {
      const body = { type: 4, data: { embeds } };
      const files = [chart, csv];
      await at.rest.post(Routes.interactionCallback(interaction, token), { body, files, auth: false });
    };
    const posted = messageId(await at.tomas.type('/ping word:x'));
    const shown = () => at.discord.messages.get(posted).message;
    const names = () => shown().attachments.map(({ filename }) => filename);
    const { image } = shown().embeds[0] ?? {};
    expect(image).toMatchObject({ width: 800, height: 400, content_type: 'image/png' });
    expect(Buffer.from(await (await fetch(image?.url ?? '')).arrayBuffer())).toEqual(png);
    expect(names()).toEqual(['the_trail.csv']);

    const { token } = at.received.at(-1) ?? { token: '' };
    const edit = (body: object) =>
      at.rest.patch(Routes.webhookMessage(application, token), { body, auth: false });
    await edit({ embeds: [{ title: 'The same', image: { url: 'attachment://chart.png' } }] });
    expect(shown().embeds[0]?.image?.url).toBe(image?.url);
    await edit({ embeds: [], content: 'no chart' });
    expect(names()).toEqual(['chart.png', 'the_trail.csv']);
    const gone = { embeds: [{ title: 'x', image: { url: 'attachment://other.png' } }] };
    expect(await refusalOf(edit(gone))).toEqual([400, 50035, 'Invalid Form Body']);
  });

  test('comes with each message that follows, and with one that is for its reader alone', async () => {
    let done = false;
    at.answer = async (raw) => {
      await callback(at, raw, { type: 5, data: { flags: 64 } });
      for (const content of ['one', 'two'])
        await at.rest.post(Routes.webhook(application, raw.token), {
          body: { content, flags: 64 },
          files: [csv],
          auth: false,
        });
      done = true;
    };
    await at.tomas.type('/ping word:x');
    await until(() => done);
    const lastTwo = (who: typeof at.tomas) =>
      who
        .messages()
        .slice(-2)
        .map(({ content, attachments }) => [content, attachments.length]);
    expect(lastTwo(at.tomas)).toEqual([
      ['one', 1],
      ['two', 1],
    ]);
    expect(lastTwo(at.ines)).not.toContainEqual(['two', 1]);
  });

  test('may weigh what the interaction says', async () => {
    at.discord.world.attachmentSizeLimit = 10;
    const file = { name: 'x', data: Buffer.alloc(11) };
    const does = ({ id, token }: { id: string; token: string }) =>
      at.rest.post(Routes.interactionCallback(id, token), { body: { type: 4 }, files: [file], auth: false });
    expect(await refused(at, does)).toEqual([413, 40005, 'Request entity too large']);
    expect(at.received.at(-1)).toMatchObject({ attachment_size_limit: 10 });
    at.discord.world.attachmentSizeLimit = 10 * 1024 * 1024;
  });

  test('that is too large is refused, and one that is not there is not found', async () => {
    const large = { name: 'x', data: Buffer.alloc(10 * 1024 * 1024 + 1) };
    const does = ({ id, token }: { id: string; token: string }) =>
      at.rest.post(Routes.interactionCallback(id, token), { body: { type: 4 }, files: [large], auth: false });
    expect(await refused(at, does)).toEqual([413, 40005, 'Request entity too large']);
    expect((await fetch(`${at.discord.url}/attachments/1/2/x`)).status).toBe(404);
  });
});
