import { beforeAll, describe, expect, test } from '@jest/globals';
import { ComponentType } from 'discord-api-types/v10';
import type { Client, Outcome } from '../../src/playground/index.js';
import { answerOf, bot, until } from './bot.js';

/** Over the real discord.js client and a real socket: what is more than a command and a message. */
const at = bot();
const messageOf = (outcome: Outcome) => {
  if (outcome.kind !== 'message' && outcome.kind !== 'updated') throw new Error(JSON.stringify(outcome));
  return at.discord.messages.get(outcome.messageId).message;
};
/** Presses the button of this label under the message that an interaction led to. */
async function press(who: Client, outcome: Outcome, label: string): Promise<Outcome> {
  const message = messageOf(outcome);
  const buttons = (message.components ?? []).flatMap((row) =>
    row.type === ComponentType.ActionRow ? row.components : [],
  );
  const button = buttons.find((one) => 'label' in one && one.label === label);
  if (button === undefined || !('custom_id' in button)) throw new Error(`no button ${label}`);
  return who.press(message.id, button.custom_id);
}
const last = (who: Client) => who.messages().at(-1);

beforeAll(async () => {
  await at.tomas.type('/hp character add name:Thorin max:31');
  await at.mara.type('/hp character add name:Ogre max:59 kind:creature hidden:true');
});

describe('the buttons under an answer', () => {
  test('open a form; what is filled in is done as the command would', async () => {
    const answer = await at.tomas.type('/hp damage amount:7');
    const form = await press(at.ines, answer, 'Damage');
    if (form.kind !== 'modal') throw new Error(form.kind);
    expect(form.modal.title).toBe('Damage: Thorin');
    const done = await at.ines.submit(form.modal, { amount: '2d6+1', type: 'fire', note: 'a trap' });
    // all dice of this bot show a 10, of a d6 a 4
    expect(await answerOf(at, done)).toContain('24 → 15 / 31');
    expect(await answerOf(at, done)).toContain('a trap');
    expect(done).toMatchObject({ kind: 'message', ephemeral: false });
    const heal = await press(at.tomas, done, 'Heal');
    if (heal.kind !== 'modal') throw new Error(heal.kind);
    expect(await answerOf(at, await at.tomas.submit(heal.modal, { amount: '3' }))).toContain('15 → 18 / 31');
  });

  test('say so on an answer that has been overtaken, and bring one that has not', async () => {
    const first = await at.tomas.type('/hp heal amount:1');
    await at.tomas.type('/hp heal amount:1');
    const overtaken = await press(at.tomas, first, 'Damage');
    expect(overtaken).toMatchObject({ kind: 'message', ephemeral: true });
    expect(await answerOf(at, overtaken)).toContain('This answer has been overtaken. Thorin as of now:');
    expect(await answerOf(at, overtaken)).toContain('**20 / 31**');
    expect(await press(at.tomas, overtaken, 'Damage')).toMatchObject({ kind: 'modal' });
  });

  test('open the trail for whoever pressed, and leaf in it', async () => {
    const trail = await press(at.ines, await at.tomas.type('/hp show'), 'Log');
    expect(trail).toMatchObject({ kind: 'message', ephemeral: true });
    expect(await answerOf(at, trail)).toContain('The trail of Thorin');
  });

  test('refuse who may not, to them alone', async () => {
    const answer = await at.mara.type('/hp damage amount:1 target:Ogre');
    const refused = await press(at.tomas, answer, 'Damage');
    expect(refused).toMatchObject({ kind: 'message', ephemeral: true });
    expect(await answerOf(at, refused)).toContain('Ogre is the DM’s to change');
  });

  test('a form that is filled in wrong changes nothing', async () => {
    const form = await press(at.tomas, await at.tomas.type('/hp show'), 'Damage');
    if (form.kind !== 'modal') throw new Error(form.kind);
    const refused = await at.tomas.submit(form.modal, { amount: 'lots' });
    expect(refused).toMatchObject({ kind: 'message', ephemeral: true });
    expect(await answerOf(at, refused)).toContain('“lots” is not a number');
  });

  test('a store that is slow costs the form, not the evening', async () => {
    const answer = await at.tomas.type('/hp show');
    at.proxy.fate = () => 'hang';
    expect(await press(at.tomas, answer, 'Damage')).toMatchObject({
      kind: 'message',
      deferred: true,
      ephemeral: true,
    });
    at.proxy.fate = () => 'pass';
    await until(() => last(at.tomas)?.embeds[0]?.description?.includes('took too long') === true);
  });
});

describe('a hidden creature', () => {
  test('is hit in the open without a number; the numbers follow for the DM alone', async () => {
    const before = at.ines.messages().length;
    const answer = await at.mara.type('/hp damage amount:19 target:Ogre');
    expect(await answerOf(at, answer)).toContain('Ogre is hit');
    // who and when are digits, too
    const said = (await answerOf(at, answer)).replace(/<(@|t:)[^>]*>/g, '');
    expect(said).not.toMatch(/19|39|58|59/);
    await until(() => last(at.mara)?.embeds[0]?.description?.includes('58 → 39 / 59') === true);
    expect(at.ines.messages()).toHaveLength(before + 1);
  });
});

describe('a file', () => {
  test('a chart comes as a picture in the answer', async () => {
    const answer = await at.ines.type('/hp chart target:Thorin');
    // it is announced at once: what it takes to send is not taken off the three seconds
    expect(answer).toMatchObject({ kind: 'message', deferred: true, ephemeral: false });
    await until(() => messageOf(answer).embeds[0]?.image !== undefined);
    const { embeds } = messageOf(answer);
    const picture = await fetch(embeds[0]?.image?.url ?? '');
    expect(picture.headers.get('content-type')).toBe('image/png');
    const bytes = Buffer.from(await picture.arrayBuffer());
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  });

  test('an export is a file for whoever asked', async () => {
    const answer = await at.ines.type('/hp export target:Thorin');
    expect(answer).toMatchObject({ kind: 'message', deferred: true, ephemeral: true });
    await until(() => messageOf(answer).attachments.length > 0);
    const [file] = messageOf(answer).attachments;
    expect(file?.filename).toBe('thorin.csv');
    const text = await (await fetch(file?.url ?? '')).text();
    expect(text).toContain('a trap');
  });
});
