import { describe, expect, test } from '@jest/globals';
import { InteractionType, ModalSubmitInteraction } from 'discord.js';
import type { APIInteraction } from 'discord.js';
import type { OpenModal, Outcome } from '../../src/playground/index.js';
import { until } from '../discord/bot.js';
import { form, input, labeled, menu, person, row } from './form-parts.js';
import { bot, callback, messageId, original, refusalOf, refused, text } from './bot.js';

const at = bot();
const whole = form(
  { type: 10, content: 'Fill this in.' },
  labeled(input({ value: 'before', min_length: 2, max_length: 9 }), 'Word'),
  labeled(menu({ required: false, max_values: 2 }), 'Colours'),
  labeled(person(), 'Whom'),
  { type: 1, components: [input({ custom_id: 'old', label: 'Old', style: 2, required: false })] },
);
const shown = (id: string) => at.discord.messages.get(id).message;

/** A message of the bot with the button that opens a form. */
async function withButton(): Promise<string> {
  at.answer = (raw) => callback(at, raw, text('press', row));
  return messageId(await at.tomas.type('/ping word:x'));
}
function opened(outcome: Outcome): OpenModal {
  if (outcome.kind !== 'modal') throw new Error(outcome.kind);
  return outcome.modal;
}
/** The form that a press leads to; what is sent of it is answered by `then`. */
async function open(
  body: object,
  then: (raw: APIInteraction) => Promise<unknown> = (raw) => callback(at, raw, text('thanks')),
) {
  const source = await withButton();
  at.answer = (raw) => (raw.type === InteractionType.ModalSubmit ? then(raw) : callback(at, raw, body));
  return { source, modal: opened(await at.tomas.press(source, 'ask')) };
}

describe('a form', () => {
  test('is opened by a button, and reaches the real client whole when it is sent', async () => {
    const { source, modal } = await open(whole);
    expect(modal.components.map(({ id }) => id)).toEqual([1, 2, 4, 6, 8]);
    const received = new Promise((resolve) => at.client.once('interactionCreate', resolve));
    const outcome = await at.tomas.submit(modal, { colour: ['red', 'blue'], whom: 'Ines' });
    const raw = at.received.at(-1);
    expect(raw).toMatchObject({
      type: 5,
      member: { user: { username: 'tomas' } },
      channel_id: '1300000000000000002',
      entitlements: [],
      attachment_size_limit: 10 * 1024 * 1024,
      message: { id: source, content: 'press' },
    });
    expect(raw?.data).toEqual({
      custom_id: 'form',
      components: [
        { type: 10, id: 1 },
        { type: 18, id: 2, component: { type: 4, id: 3, custom_id: 'word', value: 'before' } },
        { type: 18, id: 4, component: { type: 3, id: 5, custom_id: 'colour', values: ['red', 'blue'] } },
        {
          type: 18,
          id: 6,
          component: { type: 5, id: 7, custom_id: 'whom', values: ['1300000000000000013'] },
        },
        { type: 1, id: 8, components: [{ type: 4, id: 9, custom_id: 'old', value: '' }] },
      ],
      resolved: {
        users: { '1300000000000000013': expect.objectContaining({ username: 'ines' }) as unknown },
        members: { '1300000000000000013': expect.objectContaining({ nick: null }) as unknown },
      },
    });
    const real = await received;
    if (!(real instanceof ModalSubmitInteraction)) throw new Error('no form');
    expect(real.fields.getTextInputValue('word')).toBe('before');
    expect(real.fields.getStringSelectValues('colour')).toEqual(['red', 'blue']);
    expect(real.fields.getSelectedUsers('whom')?.map(({ username }) => username)).toEqual(['ines']);
    expect(shown(messageId(outcome))).toMatchObject({
      content: 'thanks',
      message_reference: { message_id: source },
      interaction_metadata: {
        type: 5,
        triggering_interaction_metadata: { type: 3, interacted_message_id: source },
      },
    });
  });

  test('changes the message that bears its button, at once or later', async () => {
    const now = await open(form(labeled(input())), (raw) =>
      callback(at, raw, { type: 7, data: { content: 'now' } }),
    );
    const updated = await at.tomas.submit(now.modal, { word: 'x' });
    expect(updated).toEqual({ kind: 'updated', messageId: now.source });
    expect(shown(now.source).content).toBe('now');
    const later = await open(form(labeled(input())), async (raw) => {
      await callback(at, raw, { type: 6 });
      await at.rest.patch(original(raw), { body: { content: 'later' }, auth: false });
    });
    expect(await at.tomas.submit(later.modal, { word: 'x' })).toEqual({ kind: 'acknowledged' });
    await until(() => shown(later.source).content === 'later');
  });

  test('is opened by a command, and has no message to change', async () => {
    let refusal: unknown;
    at.answer = async (raw) => {
      if (raw.type !== InteractionType.ModalSubmit) return callback(at, raw, form(labeled(input())));
      refusal = await refusalOf(callback(at, raw, { type: 7, data: { content: 'x' } }));
      return callback(at, raw, { type: 5, data: { flags: 64 } });
    };
    const modal = opened(await at.tomas.type('/ping word:x'));
    const outcome = await at.tomas.submit(modal, { word: 'x' });
    expect(outcome).toMatchObject({ kind: 'message', ephemeral: true, deferred: true });
    expect(refusal).toEqual([404, 10008, 'Unknown Message']);
    expect(at.received.at(-1)).not.toHaveProperty('message');
    expect(shown(messageId(outcome)).interaction_metadata).toMatchObject({
      triggering_interaction_metadata: { type: 2, name: 'ping' },
    });
  });

  test('stays open until it is answered, and is for one person alone', async () => {
    let answers = false;
    const { modal } = await open(form(labeled(input())), (raw) =>
      answers ? callback(at, raw, text('at last')) : Promise.resolve(),
    );
    const reason = 'Something went wrong. Try again.';
    const late = { at: Date.now() - 2_900 };
    expect(await at.tomas.submit(modal, { word: 'x' }, late)).toEqual({ kind: 'failed', reason });
    await expect(at.ines.submit(modal, { word: 'x' })).rejects.toThrow('not open any more');
    answers = true;
    expect(await at.tomas.submit(modal, { word: 'x' })).toMatchObject({ kind: 'message' });
    await expect(at.tomas.submit(modal, { word: 'x' })).rejects.toThrow('not open any more');
  });

  test.each<[string, Record<string, string | string[]>, string]>([
    ['nothing in a required field', { word: '', whom: 'Ines' }, 'Word: This field is required.'],
    ['nobody chosen', {}, 'Whom: This field is required.'],
    ['too little', { word: 'x', whom: 'Ines' }, 'Must be 2 or more in length.'],
    ['too much', { word: 'x'.repeat(10), whom: 'Ines' }, 'Must be 9 or fewer in length.'],
    ['two lines where there is one', { word: 'a\nb', whom: 'Ines' }, 'Must be one line.'],
    ['what is not in the list', { colour: 'black', whom: 'Ines' }, 'Choose from the list.'],
    ['too many', { colour: ['red', 'green', 'blue'], whom: 'Ines' }, 'Choose 1 to 2.'],
    ['one twice', { colour: ['red', 'red'], whom: 'Ines' }, 'Choose from the list.'],
    ['somebody who is not here', { whom: 'Nobody' }, 'nobody here is called Nobody'],
    ['a field that it has not', { other: 'x', whom: 'Ines' }, 'the form has no field other'],
  ])('is not sent with %s, as by Discord’s client', async (_, filled, words) => {
    const { modal } = await open(whole);
    await expect(at.tomas.submit(modal, filled)).rejects.toThrow(words);
  });

  test('can not follow a deferral, nor another form', async () => {
    const taken = [400, 40060, 'Interaction has already been acknowledged.'];
    const deferred = (raw: APIInteraction) =>
      callback(at, raw, { type: 5 }).then(() => callback(at, raw, whole));
    expect(await refused(at, deferred)).toEqual(taken);
    let refusal: unknown;
    const { modal } = await open(form(labeled(input())), async (raw) => {
      refusal = await refusalOf(callback(at, raw, whole));
      await callback(at, raw, text('x'));
    });
    await at.tomas.submit(modal, { word: 'x' });
    expect(refusal).toEqual([400, 50035, 'Invalid Form Body']);
  });
});
