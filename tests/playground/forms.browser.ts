import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { browsing, last, type } from './browser.js';

const at = browsing();
const openWindow = at.openWindow;

describe('a form', () => {
  const open = async (page: Page) => {
    await type(page, '/show what:form');
    await page.getByRole('button', { name: 'Fill in' }).last().click();
    return page.getByRole('dialog', { name: 'A hit' });
  };

  test('is filled in by keyboard alone, and Enter sends it', async () => {
    const page = await openWindow();
    const dialog = await open(page);
    await dialog.waitFor();
    expect(await page.evaluate('document.activeElement.name')).toBe('amount');
    await page.keyboard.type('7');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    for (let i = 0; i < 3; i++) await page.keyboard.press('Tab');
    await page.keyboard.type('a note');
    await page.keyboard.press('Tab');
    expect(await dialog.locator(':focus').innerText()).toBe('Cancel');
    await page.getByLabel('Amount').press('Enter');
    await last(page).filter({ hasText: 'amount=7 kind=fire whom=1300000000000000011 note=a note' }).waitFor();
    await dialog.waitFor({ state: 'detached' });
  });

  test('says what is wrong with a field, and stays where the bot does not answer', async () => {
    const page = await openWindow();
    const dialog = await open(page);
    await page.getByRole('button', { name: 'Submit' }).click();
    await dialog.getByText('This field is required.').waitFor();
    expect(await page.evaluate('document.activeElement.name')).toBe('amount');
    await page.getByLabel('Amount').fill('silence');
    await page.getByRole('button', { name: 'Submit' }).click();
    await dialog.getByRole('alert').filter({ hasText: 'Something went wrong. Try again.' }).waitFor();
    expect(await page.getByLabel('Amount').inputValue()).toBe('silence');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.textContent')).toContain('Fill in');
  });

  test('works by touch on a phone, without scrolling sideways', async () => {
    const page = await openWindow('Ines', true);
    const dialog = await open(page);
    await page.getByLabel('Amount').fill('3');
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
    await page.getByRole('button', { name: 'Submit' }).tap();
    await dialog.waitFor({ state: 'detached' });
    await last(page).filter({ hasText: 'amount=3' }).waitFor();
  });
});

describe('a file', () => {
  test('is shown as a picture in an embed and by itself', async () => {
    const page = await openWindow();
    await type(page, '/show what:picture');
    const pictures = last(page).locator('img[alt="A chart"], img[alt="the same"]');
    await pictures.nth(1).waitFor();
    const widths = await page.evaluate<number[]>(
      "[...document.querySelectorAll('.picture img')].map((one) => one.naturalWidth)",
    );
    expect(widths).toEqual([800, 800]);
  });

  test('is downloaded by its name', async () => {
    const page = await openWindow();
    await type(page, '/show what:file');
    await last(page).filter({ hasText: 'trail.csv' }).filter({ hasText: '1.46 KB' }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      last(page).getByRole('link', { name: 'Download trail.csv' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('trail.csv');
  });
});

describe('the menu on a person', () => {
  test('is opened by a right-click, and its command is used on that person', async () => {
    const page = await openWindow();
    await page.getByRole('radio', { name: /Ines/ }).click({ button: 'right' });
    const menu = page.getByRole('menu', { name: 'Ines' });
    await menu.getByRole('group', { name: 'Apps' }).getByRole('menuitem', { name: 'Look at' }).click();
    await last(page).filter({ hasText: 'Tomas looks at Ines' }).waitFor();
    expect(await last(page).locator('discord-command').getAttribute('type')).toBe('user_command');
    expect(await menu.count()).toBe(0);
  });

  test('is opened and used by keyboard, and Escape closes it', async () => {
    const page = await openWindow();
    const more = page.getByRole('button', { name: 'More on Mara' });
    await more.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Look at' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('menu').count()).toBe(0);
    expect(await page.evaluate('document.activeElement.ariaLabel')).toBe('More on Mara');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Look at' }).press('Enter');
    await last(page).filter({ hasText: 'Tomas looks at Mara' }).waitFor();
  });

  test('is opened on whoever wrote a message, and on a phone', async () => {
    const page = await openWindow('Tomas', true);
    await page.getByRole('button', { name: 'More on Ines' }).tap();
    await page.getByRole('menuitem', { name: 'Look at' }).tap();
    await last(page).filter({ hasText: 'Tomas looks at Ines' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
    await last(page).locator('.discord-author-avatar').click({ button: 'right' });
    await page.getByRole('menu', { name: 'HP Ledger' }).getByRole('menuitem').click();
    await last(page).filter({ hasText: 'Tomas looks at HP Ledger' }).waitFor();
  });
});

test('nothing went wrong in the page', () => {
  expect(at.errors).toEqual([]);
});
