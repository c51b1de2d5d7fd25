import { describe, expect, test } from '@jest/globals';
import { browsing, composer, last, type } from './browser.js';

const at = browsing();
const openWindow = at.openWindow;

describe('another language', () => {
  const inGerman = async (phone = false) => {
    const page = await openWindow('Tomas', phone);
    await page.getByRole('button', { name: /Discord language/ }).click();
    await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
    await page.getByRole('button', { name: 'Discord language: Deutsch' }).waitFor();
    return page;
  };

  test('is chosen, and commands, options and choices are in it', async () => {
    const page = await inGerman();
    const field = composer(page);
    await field.pressSequentially('/ze');
    await page.getByRole('option', { name: '/zeig Zeigt etwas' }).waitFor();
    await field.press('Enter');
    expect(await field.inputValue()).toBe('/zeig was:');
    await field.pressSequentially('ang');
    await page.getByRole('option', { name: 'Angaben' }).click();
    await field.press('Enter');
    await last(page).filter({ hasText: 'de what=options' }).waitFor();
    expect(page.url()).toContain('locale=de');
  });

  test('is that of the menu on a person too, and of one window alone', async () => {
    const page = await inGerman(true);
    await page.getByRole('button', { name: 'More on Ines' }).tap();
    await page.getByRole('menuitem', { name: 'Ansehen' }).waitFor();
    const other = await openWindow();
    await other.getByRole('button', { name: /Discord language: American English/ }).waitFor();
  });
});

test('menus under a message are chosen from, one or several', async () => {
  const page = await openWindow();
  await type(page, '/show what:menus');
  const message = last(page).filter({ hasText: 'Choose' });
  await message.getByLabel('One').selectOption('green');
  await last(page).filter({ hasText: 'chosen: green' }).waitFor();
  const many = page.getByRole('form', { name: 'Many' }).last();
  await many.getByLabel('red').check();
  await many.getByLabel('blue').check();
  await many.getByRole('button', { name: 'Choose' }).click();
  await last(page).filter({ hasText: 'chosen: red,blue' }).waitFor();
});

test('people, roles, channels and yes or no are chosen from a list', async () => {
  const page = await openWindow();
  const field = composer(page);
  await field.pressSequentially('/show what:options whom:in');
  await page.getByRole('option', { name: '@Ines' }).click();
  await field.pressSequentially('rank:adv');
  await page.getByRole('option', { name: '@Adventurers' }).click();
  await field.pressSequentially('where:');
  await page.getByRole('option', { name: '#session-zero' }).click();
  await field.pressSequentially('loud:t');
  await page.getByRole('option', { name: 'True' }).click();
  expect(await field.inputValue()).toBe(
    '/show what:options whom:@Ines rank:@Adventurers where:#session-zero loud:True ',
  );
  await field.press('Enter');
  await last(page)
    .filter({ hasText: /loud=true @Adventurers #session-zero/ })
    .waitFor();
});

test('nothing went wrong in the page', () => {
  expect(at.errors).toEqual([]);
});
