import { describe, expect, test } from '@jest/globals';
import { Routes } from 'discord.js';
import type { APIDMChannel, APIMessage } from 'discord.js';
import type { Page } from 'playwright-core';
import { board, feed } from './bot.js';
import { browsing, composer, last, type } from './browser.js';
import { tavern } from '../../src/playground/index.js';

const at = browsing();
const openWindow = at.openWindow;
const send = async (channel: string, content: string) =>
  (await at.rest().post(Routes.channelMessages(channel), { body: { content } })) as APIMessage;
const entry = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Channels' }).getByRole('button', { name });

describe('a channel at the side', () => {
  test('is marked while there is something new in it, and gone to', async () => {
    const page = await openWindow();
    await send(feed, 'v2 of Thorin');
    await entry(page, '#hp-feed (new)').click();
    await last(page).filter({ hasText: 'v2 of Thorin' }).waitFor();
    expect(await entry(page, '#hp-feed').getAttribute('aria-current')).toBe('page');
    expect(await entry(page, '(new)').count()).toBe(0);
    expect(await page.title()).toContain('#hp-feed');
    expect(page.url()).toContain('channel=hp-feed');
    await type(page, '/show what:file');
    await last(page).filter({ hasText: 'trail.csv' }).waitFor();
    await entry(page, '#session-zero').click();
    await page.getByRole('heading', { name: 'Welcome to the playground' }).waitFor();
    expect(await page.getByText('v2 of Thorin').count()).toBe(0);
  });

  test('has a window of its own beside another, by its address', async () => {
    const [table, beside] = [await openWindow(), await openWindow('Tomas', false, 'hp-feed')];
    await send(feed, 'v3 of Thorin');
    await last(beside).filter({ hasText: 'v3 of Thorin' }).waitFor();
    await entry(table, '#hp-feed (new)').waitFor();
    await beside.reload();
    await last(beside).filter({ hasText: 'v3 of Thorin' }).waitFor();
  });

  test('is chosen from a list on a phone', async () => {
    const page = await openWindow('Ines', true);
    await send(feed, 'v4 of Thorin');
    const channels = page.getByLabel('Channel (new messages elsewhere)');
    await channels.selectOption('#hp-feed (new)');
    await last(page).filter({ hasText: 'v4 of Thorin' }).waitFor();
    expect(await page.getByLabel('Channel', { exact: true }).inputValue()).toBe('#hp-feed');
  });
});

test('what is pinned is told of, and listed', async () => {
  const page = await openWindow('Tomas', false, 'hp-board');
  const { id } = await send(board, 'the party');
  await at.rest().put(Routes.channelMessagesPin(board, id));
  await page.getByText('HP Ledger pinned a message to this channel.').waitFor();
  await page.getByRole('button', { name: 'Pins 1' }).click();
  const pins = page.getByRole('dialog', { name: 'Pinned messages' });
  await pins.getByText('the party').waitFor();
  await page.keyboard.press('Escape');
  await pins.waitFor({ state: 'hidden' });
});

test('what the bot writes to one person alone is one more entry, with nothing to type there', async () => {
  const [ines, tomas] = [await openWindow('Ines'), await openWindow('Tomas')];
  const recipient = tavern.people.find(({ name }) => name === 'Ines')?.id;
  const opened = at.rest().post(Routes.userChannels(), { body: { recipient_id: recipient } });
  await send(((await opened) as APIDMChannel).id, 'the channel is gone');
  await entry(ines, '@HP Ledger (new)').click();
  await last(ines).filter({ hasText: 'the channel is gone' }).waitFor();
  expect(await composer(ines).count()).toBe(0);
  expect(await entry(tomas, '@HP Ledger').count()).toBe(0);
  await ines.getByRole('radio', { name: /Mara/ }).click();
  await composer(ines).waitFor({ state: 'detached' });
  await entry(ines, '#session-zero').click();
  await composer(ines).waitFor();
});

test('nothing went wrong in the page', () => {
  expect(at.errors).toEqual([]);
});
