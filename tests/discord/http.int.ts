import { request } from 'node:http';
import { connect } from 'node:net';
import { generateKeyPairSync, sign } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { ComponentType } from 'discord-api-types/v10';
import { answerOf, textOf, until } from './bot.js';
import { httpBot } from './http-bot.js';

/** What Discord posts, over a real socket. */
const at = httpBot();
afterEach(() => {
  at.proxy.fate = () => 'pass';
});
beforeAll(async () => {
  await at.tomas.type('/hp character add name:Thorin max:31');
});

describe('over HTTP', () => {
  test('a command is answered directly, and what it is answered is what Discord takes', async () => {
    const answer = await at.tomas.type('/hp damage amount:2d6 fire note:a trap');
    expect(answer).toMatchObject({ kind: 'message', ephemeral: false, deferred: false });
    expect(await answerOf(at, answer)).toContain('31 → 23 / 31');
  });

  test('names are completed', async () => {
    expect(await at.tomas.suggestions('/hp damage amount:1 target:Th')).toEqual([
      { name: 'Thorin', value: 'Thorin' },
    ]);
  });

  test('a refusal is for its sender alone', async () => {
    const refused = await at.tomas.type('/hp settings rules edition:SRD 5.1 (2014)');
    expect(refused).toMatchObject({ kind: 'message', ephemeral: true });
  });

  test('buttons, forms and files work', async () => {
    const shown = await at.tomas.type('/hp show');
    if (shown.kind !== 'message') throw new Error(shown.kind);
    const { components = [] } = at.discord.messages.get(shown.messageId).message;
    const buttons = components.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));
    const heal = buttons.find((one) => 'label' in one && one.label === 'Heal');
    if (heal === undefined || !('custom_id' in heal)) throw new Error('no button');
    const form = await at.tomas.press(shown.messageId, heal.custom_id);
    if (form.kind !== 'modal') throw new Error(form.kind);
    expect(await answerOf(at, await at.tomas.submit(form.modal, { amount: '3' }))).toContain('23 → 26 / 31');
    const exported = await at.tomas.type('/hp export');
    if (exported.kind !== 'message') throw new Error(exported.kind);
    await answerOf(at, exported);
    const { attachments } = at.discord.messages.get(exported.messageId).message;
    expect(attachments).toHaveLength(1);
  });

  test('an answer that takes long is announced, and then there', async () => {
    at.proxy.nextWrites(1, { delay: 2_300 });
    const answer = await at.tomas.type('/hp heal amount:1');
    await until(() => textOf(at, answer).includes('27 / 31'));
  });

  test('Discord’s ping is answered', async () => {
    const response = await post(JSON.stringify({ type: 1 }));
    expect([response.status, await response.json()]).toEqual([200, { type: 1 }]);
  });
});

/** Posts a body as Discord would, unless it is said otherwise. */
function post(body: string, headers = at.discord.endpoint.headersFor(body), method = 'POST') {
  return fetch(at.url, { method, headers, ...(method === 'POST' && { body }) });
}
/** A command as Discord posts it. */
const command = (name = 'help') =>
  JSON.stringify({
    id: '1300000000000009999',
    application_id: at.discord.world.bot.id,
    token: 'token',
    type: 2,
    guild_id: at.discord.world.guild.id,
    member: { user: { id: '1300000000000000012', username: 'Tomas' }, roles: [], permissions: '0' },
    data: { type: 1, name: 'hp', options: [{ type: 1, name, options: [] }] },
  });

describe('what is not Discord’s is refused, and nothing is done', () => {
  const nothingIsDone = async <T>(ask: () => Promise<T>) => {
    const before = at.proxy.requests.length;
    const answer = await ask();
    expect(at.proxy.requests).toHaveLength(before);
    return answer;
  };

  test('a forged signature, a foreign one, none, and a body that was changed', async () => {
    const body = command();
    const good = at.discord.endpoint.headersFor(body);
    const { privateKey } = generateKeyPairSync('ed25519');
    const timestamp = good['x-signature-timestamp'] ?? '';
    const foreign = sign(null, Buffer.from(timestamp + body), privateKey).toString('hex');
    const forgeries: [string, Record<string, string>][] = [
      [body, { ...good, 'x-signature-ed25519': '0'.repeat(128) }],
      [body, { ...good, 'x-signature-ed25519': foreign }],
      [body, { ...good, 'x-signature-ed25519': 'not hexadecimal' }],
      [body, { 'content-type': 'application/json' }],
      [body, { ...good, 'x-signature-timestamp': String(Number(timestamp) + 1) }],
      [`${body} `, good],
      [body.slice(0, -1), good],
    ];
    for (const [sent, headers] of forgeries)
      expect(await nothingIsDone(async () => (await post(sent, headers)).status)).toBe(401);
  });

  test('one that is stale, from the past or the future', async () => {
    const body = command();
    for (const off of [-61_000, 61_000]) {
      const headers = at.discord.endpoint.headersFor(body, Date.now() + off);
      expect(await nothingIsDone(async () => (await post(body, headers)).status)).toBe(401);
    }
  });

  test('one that was sent before', async () => {
    const body = JSON.stringify({ type: 1, once: true });
    const headers = at.discord.endpoint.headersFor(body);
    expect((await post(body, headers)).status).toBe(200);
    expect(await nothingIsDone(async () => (await post(body, headers)).status)).toBe(401);
    const shouted = {
      ...headers,
      'x-signature-ed25519': (headers['x-signature-ed25519'] ?? '').toUpperCase(),
    };
    expect((await post(body, shouted)).status).toBe(401);
  });

  test('one that is Discord’s, but malformed', async () => {
    for (const body of ['', 'null', '{', '[]', '{"type":2}', '\u0000', command().replace('"data"', '"date"')])
      expect(await nothingIsDone(async () => (await post(body)).status)).toBe(400);
  });

  test('one that comes too slowly, or not to its end', async () => {
    const body = command();
    const head = (length: number) =>
      [
        'POST /interactions HTTP/1.1',
        'host: bot',
        `content-length: ${length}`,
        ...Object.entries(at.discord.endpoint.headersFor(body)).map(([name, value]) => `${name}: ${value}`),
        '',
        '',
      ].join('\r\n');
    const said = (begin: string) =>
      new Promise<string>((resolve) => {
        let answer = '';
        const socket = connect(Number(new URL(at.url).port), '127.0.0.1', () => socket.write(begin));
        socket.on('data', (chunk) => (answer += chunk.toString()));
        socket.once('close', () => resolve(answer));
        socket.once('error', () => undefined);
      });
    const before = at.proxy.requests.length;
    const [headers, cut] = await Promise.all([
      said('POST /interactions HTTP/1.1\r\nhost: bot\r\n'),
      said(head(body.length) + body.slice(0, 50)),
    ]);
    expect(headers).toMatch(/^HTTP\/1.1 408/);
    expect(cut).toMatch(/^HTTP\/1.1 408/);
    expect(at.proxy.requests).toHaveLength(before);
  });

  test('another method, another path', async () => {
    expect((await post('', {}, 'GET')).status).toBe(405);
    expect((await fetch(new URL('/', at.url))).status).toBe(404);
  });

  test('two hundred of them at once keep nobody from being answered', async () => {
    const forged = Array.from({ length: 200 }, () =>
      post(command(), { ...at.discord.endpoint.headersFor('else') }).then(({ status }) => status),
    );
    const answer = await at.tomas.type('/hp heal amount:1');
    expect(await answerOf(at, answer)).toContain('28 / 31');
    expect(new Set(await Promise.all(forged))).toEqual(new Set([401]));
  });

  test('one that is too large, whether it says so or not', async () => {
    const body = ' '.repeat(256 * 1024 + 1);
    const refused = await nothingIsDone(() => post(body));
    expect(refused.status).toBe(413);
    // so that no valid request follows on a connection in the middle of which we stopped reading
    expect(refused.headers.get('connection')).toBe('close');
    const unsaid = new Promise<number>((resolve, reject) => {
      const sending = request(at.url, { method: 'POST', headers: at.discord.endpoint.headersFor(body) });
      sending.once('response', (response) => resolve(response.statusCode ?? 0)).once('error', reject);
      // without a length, in chunks
      sending.write(body.slice(0, 100_000));
      sending.end(body.slice(100_000));
    });
    expect(await nothingIsDone(() => unsaid)).toBe(413);
  });
});
