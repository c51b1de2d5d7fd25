import { describe, expect, test } from '@jest/globals';
import { DiscordAPIError, HTTPError } from '@discordjs/rest';
import { UnreadableEvent } from '../src/ledger/index.js';
import { createLog } from '../src/log.js';

/** What is written of an error. */
function written(err: unknown): string {
  let text = '';
  createLog('info', { write: (line) => (text += line) }).warn({ err }, 'something failed');
  return text;
}
const url = 'https://discord.com/api/v10/webhooks/1/aW50ZXJhY3Rpb24/messages/@original';
const sent = { files: undefined, json: { embeds: [{ description: 'Thorin takes 7 damage “a slap”' }] } };

describe('an error is logged', () => {
  test.each([
    [
      'that Discord refused',
      new DiscordAPIError({ code: 10_015, message: 'Unknown Webhook' }, 10_015, 404, 'PATCH', url, sent),
    ],
    ['that Discord failed', new HTTPError(503, 'Service Unavailable', 'PATCH', url, sent)],
  ])('%s: with what it is, without what was sent and the token of where to', (_, error) => {
    const text = written(error);
    expect(JSON.parse(text)).toMatchObject({
      msg: 'something failed',
      err: { message: error.message, status: error.status, stack: expect.stringContaining('log.unit') },
    });
    expect(text).not.toContain('slap');
    expect(text).not.toContain('aW50ZXJhY3Rpb24');
  });

  test('with its causes, and which event of which stream it is about', () => {
    const error = new UnreadableEvent('a-stream', 7, { cause: new Error('no such type') });
    expect(JSON.parse(written(error))).toMatchObject({
      err: { type: 'UnreadableEvent', code: 'unreadable-event', id: 'a-stream', version: 7 },
    });
    expect(written(error)).toContain('no such type');
  });

  test('that is none: by its kind alone', () => {
    expect(JSON.parse(written({ note: 'a slap' }))).toMatchObject({ err: 'object' });
  });
});
