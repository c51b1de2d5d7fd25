import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { freePort, Program, temporaryFolder } from '../support/program.js';
import { browserOptions, composer } from './browser.js';

let browser: Browser;
let program: Program;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let port: number;
const elsewhere: string[] = [];
const errors: string[] = [];

const start = async () => {
  program = new Program({ DATA_DIR: folder.path, PLAYGROUND_PORT: String(port) });
  await program.says(/The playground is open/);
};
beforeAll(async () => {
  folder = await temporaryFolder();
  port = await freePort();
  await start();
  browser = await chromium.launch(browserOptions);
});
afterAll(async () => {
  await browser.close();
  await program.end('SIGTERM');
  await folder.remove();
});

const people = { Mara: '1300000000000000011', Tomas: '1300000000000000012', Ines: '1300000000000000013' };

/** A window of the page, in which someone speaks. */
async function openWindow(
  who: keyof typeof people,
  phone = false,
  locale = 'en-US',
  channel = 'session-zero',
): Promise<Page> {
  const look = phone ? { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } : {};
  const page = await browser.newPage(look);
  const here = `http://127.0.0.1:${port}`;
  page.on('request', (request) => {
    if (!request.url().startsWith(here) && !request.url().startsWith('data:')) elsewhere.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/ERR_CONNECTION_(REFUSED|RESET)/.test(message.text()))
      errors.push(message.text());
  });
  await page.goto(`${here}/?as=${people[who]}&locale=${locale}&channel=${channel}`);
  await composer(page).waitFor();
  return page;
}

/** Types a line as a person does, and sends it. */
async function type(page: Page, line: string): Promise<void> {
  const field = composer(page);
  await field.click();
  await field.pressSequentially(line);
  await field.press('Escape');
  await field.press('Enter');
}
/** Kills the program and starts it anew. @param page reconnects by itself. */
async function restarted(page: Page): Promise<void> {
  await program.end('SIGKILL');
  await page.getByText('The playground is not running').waitFor();
  await start();
  await page.getByText('The playground is not running').waitFor({ state: 'detached' });
}
const lastMessage = (page: Page) => page.locator('discord-message').last();
const shows = async (page: Page, text: string | RegExp) =>
  lastMessage(page).filter({ hasText: text }).waitFor({ timeout: 15_000 });

describe('the story of the README', () => {
  test('works by keyboard, and the numbers are right', async () => {
    const page = await openWindow('Tomas');
    await type(page, '/hp character add name:Thorin max:31');
    await shows(page, /Thorin joins the party[\s\S]*31 \/ 31/);
    await type(page, "/hp damage amount:7 note:goblin's scimitar");
    await shows(page, /Thorin takes 7 damage[\s\S]*31 → 24 \/ 31[\s\S]*goblin's scimitar/);
    await type(page, '/hp log');
    await shows(page, /The trail of Thorin[\s\S]*v2[\s\S]*−7[\s\S]*@Tomas[\s\S]*v1[\s\S]*31/);
    expect(await page.locator('discord-command').last().getAttribute('command')).toBe('/hp log');
  });

  test('works by choosing: the picker, its options and the names that the bot knows', async () => {
    const page = await openWindow('Ines');
    const field = composer(page);
    await field.click();
    await field.pressSequentially('/he');
    await page.getByRole('option', { name: '/hp heal' }).waitFor();
    await field.press('Enter');
    await field.pressSequentially('3 ');
    await field.press('ArrowDown');
    await field.press('Enter');
    expect(await field.inputValue()).toBe('/hp heal amount:3 target:');
    await field.pressSequentially('tho');
    await page.getByRole('option', { name: 'Thorin' }).waitFor();
    await field.press('Tab');
    expect(await field.inputValue()).toBe('/hp heal amount:3 target:Thorin ');
    await field.press('Enter');
    await shows(page, /Thorin regains 3 hit points[\s\S]*24 → 27 \/ 31/);
  });

  test('works by touch on a phone, without scrolling sideways', async () => {
    const page = await openWindow('Tomas', true);
    await page.getByRole('button', { name: '/hp log' }).tap();
    await page.getByRole('button', { name: 'Send' }).tap();
    await shows(page, 'The trail of Thorin');
    const wide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
    expect(wide).toBe(false);
  });
});

describe('the channel', () => {
  test('two windows see each other’s messages at once, but not what is for one alone', async () => {
    const [mara, tomas] = [await openWindow('Mara'), await openWindow('Tomas')];
    await type(mara, '/hp damage amount:5 target:Thorin');
    await shows(tomas, /27 → 22 \/ 31/);
    await type(tomas, '/hp damage amount:many');
    await shows(tomas, 'Only you can see this');
    expect(await mara.getByText('is not a number').count()).toBe(0);
    await tomas.getByText('Dismiss message').click();
    await shows(tomas, /27 → 22 \/ 31/);
  });

  test('buttons work', async () => {
    const page = await openWindow('Ines');
    for (let i = 0; i < 9; i++) await type(page, `/hp heal amount:1 target:Thorin note:round ${i}`);
    await shows(page, 'round 8');
    await type(page, '/hp log target:Thorin');
    await shows(page, 'The trail of Thorin');
    await page.getByRole('button', { name: 'Older' }).last().click();
    await shows(page, /v1\b[\s\S]*31/);
    await page.getByRole('button', { name: 'Newer' }).last().click();
    await shows(page, 'round 8');
  });

  test('one can speak as someone else, and the address remembers it', async () => {
    const page = await openWindow('Ines');
    await page.getByRole('radio', { name: /Mara/ }).click();
    await type(page, '/hp character add name:Goblin max:7 kind:creature');
    await shows(page, 'Goblin joins');
    expect(page.url()).toContain(people.Mara);
  });

  test('a line that can not be sent says why, and stays', async () => {
    const page = await openWindow('Tomas');
    await type(page, '/hp damage note:no amount');
    await page.getByRole('alert').filter({ hasText: 'amount is required' }).waitFor();
    expect(await composer(page).inputValue()).toBe('/hp damage note:no amount');
  });

  test('what people type is text, never markup', async () => {
    const page = await openWindow('Tomas');
    await type(page, '/hp heal amount:1 note:<img src=x onerror=alert(1)> **bold** @everyone');
    await shows(page, '<img src=x onerror=alert(1)> **bold** @everyone');
    expect(await lastMessage(page).locator('img[src="x"]').count()).toBe(0);
  });
});

describe('an evening', () => {
  test('a hit by the button under an answer, filled into a form', async () => {
    const page = await openWindow('Ines');
    await type(page, '/hp show target:Thorin');
    await page.getByRole('button', { name: 'Damage' }).last().click();
    const form = page.getByRole('dialog', { name: 'Damage: Thorin' });
    await form.getByLabel('Amount').fill('4');
    await form.getByLabel('Type of damage').selectOption('fire');
    await form.getByRole('button', { name: 'Submit' }).click();
    await shows(page, /Thorin takes 4 damage[\s\S]*4 fire/);
    await page.getByRole('button', { name: 'Heal' }).last().click();
    await page.getByLabel('Amount').fill('4');
    await page.getByLabel('Amount').press('Enter');
    await shows(page, /Thorin regains 4/);
  });

  test('a hidden creature among several: players see how it is, the DM its numbers', async () => {
    const [mara, tomas] = [await openWindow('Mara'), await openWindow('Tomas')];
    await type(mara, '/hp character add name:Ogre max:59 kind:creature hidden:True');
    await type(mara, '/hp damage amount:30 target:Goblin, Ogre');
    await shows(tomas, /Damage · 2 targets[\s\S]*Goblin[\s\S]*Dead[\s\S]*Ogre[\s\S]*Bloodied/);
    await shows(mara, /Ogre 59 → 29 \/ 59[\s\S]*Only you can see this/);
    expect(await tomas.getByText('59').count()).toBe(0);
  });

  test('a hit is taken back by its button, and counts again by the next; of several by button and by menu', async () => {
    const [mara, tomas] = [await openWindow('Mara'), await openWindow('Tomas', true)];
    await type(mara, '/hp damage amount:5 target:Thorin');
    await shows(tomas, /Thorin takes 5 damage/);
    await tomas.getByRole('button', { name: 'Undo' }).last().tap();
    await shows(mara, /Thorin: v\d+ \(damage\) is taken back[\s\S]*26 → 31 \/ 31/);
    await mara.getByRole('button', { name: 'Redo' }).last().click();
    await shows(tomas, /counts again[\s\S]*31 → 26 \/ 31/);
    await type(mara, '/hp heal amount:9 target:Thorin, Ogre');
    await shows(mara, /Only you can see this/);
    const menus = tomas.getByLabel('Undo for …');
    await menus.last().selectOption('Thorin');
    await shows(tomas, /Thorin: v\d+ \(healing\) is taken back[\s\S]*31 → 26 \/ 31/);
    await type(mara, '/hp damage amount:1 target:party');
    await shows(mara, /Damage · \d targets?/);
    await mara.getByRole('button', { name: 'Undo all' }).last().click();
    await shows(mara, /Undo · \d targets?[\s\S]*25 → 26 \/ 31|is taken back[\s\S]*25 → 26 \/ 31/);
    await type(mara, '/hp undo target:Thorin');
    await shows(mara, /26 → 31 \/ 31/);
  });

  test('a chart is a picture, an export a file, both in the channel', async () => {
    const page = await openWindow('Tomas', true);
    await type(page, '/hp chart target:Thorin');
    const picture = lastMessage(page).locator('img[src*="chart.png"]');
    await picture.waitFor();
    await expect(picture.evaluate((image) => 'naturalWidth' in image && image.naturalWidth)).resolves.toBe(
      1_600,
    );
    await type(page, '/hp export target:Thorin');
    await shows(page, /thorin\.csv/);
  });

  test('feed and board are watched in windows of their own, and are there after kill -9', async () => {
    const table = await openWindow('Mara');
    const feed = await openWindow('Tomas', false, 'en-US', 'hp-feed');
    const board = await openWindow('Ines', true, 'en-US', 'hp-board');
    await type(table, '/hp settings feed channel:#hp-feed');
    await shows(table, '#hp-feed');
    await type(table, '/hp settings board channel:#hp-board');
    await board.getByText('The party').waitFor();
    // it is pinned, and the line by which Discord tells of that is taken away
    await board.getByRole('button', { name: 'Pins 1' }).waitFor();
    await board.getByText('HP Ledger pinned a message').waitFor({ state: 'hidden' });
    await type(table, '/hp set value:30 target:Thorin note:feed and board');
    await shows(feed, /v\d+ [\da-f]{12} Thorin[^]*→ 30[^]*“feed and board”/);
    await board.getByText('30 / 31').waitFor();
    await restarted(table);
    await board.getByText('30 / 31').waitFor();
    await type(table, '/hp set value:31 target:Thorin note:and again');
    await shows(feed, /Thorin[^]*→ 31[^]*“and again”/);
    await board.getByText('31 / 31').waitFor();
  });

  test('from the menu on a person, in German', async () => {
    const page = await openWindow('Ines', false, 'de');
    await page.getByRole('radio', { name: /Tomas/ }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Trefferpunkte' }).click();
    await shows(page, /Thorin[\s\S]*Gespielt von[\s\S]*Zuletzt/);
    await type(page, '/hp heilen menge:1 ziel:Thorin');
    await shows(page, 'Trefferpunkte zurück');
  });
});

test('after kill -9 and a new start the same hit points and trail are there', async () => {
  const page = await openWindow('Tomas');
  await type(page, '/hp show target:Thorin');
  await shows(page, /Thorin[\s\S]*31 \/ 31/);
  await restarted(page);
  await type(page, '/hp show target:Thorin');
  await shows(page, /Thorin[\s\S]*31 \/ 31/);
  await type(page, '/hp log target:Thorin');
  await shows(page, /v\d\d/);
});

test('no request left the machine, and nothing went wrong in the page', () => {
  expect(elsewhere).toEqual([]);
  expect(errors).toEqual([]);
});
