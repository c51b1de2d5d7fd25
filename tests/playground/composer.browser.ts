import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chromium } from 'playwright-core';
import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import { Program, temporaryFolder } from '../support/program.js';
import { browserOptions, composer, last, type } from './browser.js';

let browser: Browser;
let program: Program;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let url: string;
const errors: string[] = [];

beforeAll(async () => {
  folder = await temporaryFolder();
  program = new Program({ DATA_DIR: folder.path });
  [, url = ''] = await program.says(/The playground is open\D*(http:\S+)/);
  browser = await chromium.launch(browserOptions);
  const page = await openWindow('Mara');
  for (const name of ['Ogre', 'Ogre 2']) {
    await type(page, `/hp character add name:${name} max:59 kind:creature`);
    await shows(page, `${name} `);
  }
  for (const name of ['Aurelius Maximilian', 'Lia', 'Mara']) {
    await type(page, `/hp character add name:${name} max:31`);
    await shows(page, `${name} joins`);
  }
  await page.close();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await program.end('SIGTERM');
  await folder.remove();
});

const people = { Mara: '1300000000000000011', Tomas: '1300000000000000012' };
const wide = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

/** @param prepare done before the page is loaded. */
async function openWindow(
  who: keyof typeof people = 'Mara',
  viewport = wide,
  prepare: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<Page> {
  const page = await browser.newPage({ viewport });
  page.on('pageerror', (error) => errors.push(error.message));
  await prepare(page);
  await page.goto(`${url}/?as=${people[who]}&locale=en-US&channel=session-zero`);
  await composer(page).waitFor();
  return page;
}

const shows = (page: Page, text: string | RegExp) => last(page).filter({ hasText: text }).waitFor();

/** Waits for what the field holds. */
async function holds(page: Page, line: string): Promise<void> {
  // the page's own rules forbid what waits by evaluating text
  while ((await composer(page).inputValue()) !== line)
    await page.evaluate<unknown>('new Promise((resolve) => requestAnimationFrame(resolve))');
}

/** A window whose lists from the bot come when they are let go. */
async function slowWindow(): Promise<{ page: Page; letGo: () => void }> {
  const held: (() => void)[] = [];
  let isHeld = true;
  const hold = (socket: WebSocketRoute) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      const pass = () => socket.send(message);
      if (isHeld && String(message).includes('"kind":"choices"')) held.push(pass);
      else pass();
    });
  };
  const page = await openWindow('Mara', wide, (one) => one.routeWebSocket(/\/page/, hold));
  const letGo = () => {
    isHeld = false;
    for (const pass of held.splice(0)) pass();
  };
  return { page, letGo };
}

describe('with Ogre and Ogre 2', () => {
  test('Tab chooses the one that is shown first, Enter sends it, and another Enter does nothing', async () => {
    const page = await openWindow();
    const field = composer(page);
    await field.pressSequentially('/hp damage amount:7 target:og');
    await page.getByRole('option', { name: 'Ogre 2' }).waitFor();
    expect(await page.getByRole('option').allInnerTexts()).toEqual(['Ogre', 'Ogre 2']);
    await field.press('Tab');
    await holds(page, '/hp damage amount:7 target:Ogre ');
    // until the bot has had its say to this, too
    await page.getByRole('option', { name: 'critical' }).waitFor();
    await field.press('Enter');
    await field.press('Enter');
    await shows(page, /Ogre takes 7 damage[\s\S]*59 → 52/);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('the same keys do the same when they are faster than the list, and the field keeps the focus', async () => {
    const { page, letGo } = await slowWindow();
    const field = composer(page);
    await field.pressSequentially('/hp damage amount:6 target:og');
    for (const key of ['Tab', 'Enter', 'Enter']) await field.press(key);
    expect(await field.inputValue()).toBe('/hp damage amount:6 target:og');
    expect(await page.evaluate<string>('document.activeElement.localName')).toBe('input');
    letGo();
    await shows(page, /Ogre takes 6 damage[\s\S]*52 → 46/);
    await holds(page, '');
  });

  test('Tab, which chooses, waits for a slow list', async () => {
    const { page, letGo } = await slowWindow();
    const field = composer(page);
    await field.pressSequentially('/hp damage amount:7 target:og');
    await field.press('Tab');
    letGo();
    await holds(page, '/hp damage amount:7 target:Ogre ');
    expect(await page.evaluate<string>('document.activeElement.localName')).toBe('input');
  });

  test('a name that was typed in full is sent though a longer one begins so', async () => {
    const page = await openWindow();
    const field = composer(page);
    await field.pressSequentially('/hp damage amount:1 target:Ogre');
    await page.getByRole('option', { name: 'Ogre 2' }).waitFor();
    await field.press('Enter');
    await shows(page, /Ogre takes 1 damage[\s\S]*46 → 45/);
  });

  test('one that is chosen by arrow is taken by Enter, and sent by the next', async () => {
    const page = await openWindow();
    const field = composer(page);
    await field.pressSequentially('/hp damage amount:2 target:og');
    await page.getByRole('option', { name: 'Ogre 2' }).waitFor();
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await field.press(key);
    await holds(page, '/hp damage amount:2 target:Ogre 2 ');
    await field.press('Enter');
    await shows(page, /Ogre 2 takes 2 damage[\s\S]*59 → 57/);
  });
});

describe('Lia beside Aurelius Maximilian', () => {
  test('typed in full is whom Enter means', async () => {
    const page = await openWindow();
    const field = composer(page);
    await field.pressSequentially('/hp damage amount:3 target:Lia');
    await page.getByRole('option', { name: 'Aurelius Maximilian' }).waitFor();
    await field.press('Enter');
    await shows(page, /Lia takes 3 damage[\s\S]*31 → 28/);
  });

  test('is not exchanged on the way to what is still missing', async () => {
    const page = await openWindow();
    const field = composer(page);
    await field.pressSequentially('/hp heal target:lia');
    await page.getByRole('option', { name: 'Aurelius Maximilian' }).waitFor();
    await field.press('Enter');
    await holds(page, '/hp heal target:Lia amount:');
    await field.pressSequentially('1');
    await field.press('Enter');
    await shows(page, /Lia regains 1 hit point[\s\S]*28 → 29/);
  });
});

describe('what is typed without names', () => {
  test.each([
    ['/hp damage 7', '31 → 24'],
    ['/hp d 7', '24 → 17'],
    ['/damage 7', '17 → 10'],
  ])('%j is understood', async (line, change) => {
    const page = await openWindow();
    const field = composer(page);
    await field.pressSequentially(line);
    await field.press('Enter');
    // whom Mara added first
    await shows(page, `Aurelius Maximilian takes 7 damage`);
    await shows(page, change);
  });

  test('“/hp s 7” is answered with what it can mean, and the 7 is kept', async () => {
    const page = await openWindow();
    const field = composer(page);
    await field.pressSequentially('/hp s 7');
    await page.getByRole('option', { name: '/hp set Put' }).click();
    await holds(page, '/hp set value:7');
  });

  test('“/hp log Lia” is answered with the way to type it', async () => {
    const page = await openWindow();
    const field = composer(page);
    await field.pressSequentially('/hp log Lia');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('alert').filter({ hasText: '/hp log target:…' }).waitFor();
    await field.press('Enter');
    await holds(page, '/hp log target:Lia ');
    await field.press('Enter');
    await shows(page, 'The trail of Lia');
  });
});

describe.each([
  ['a wide window', wide],
  ['a phone', phone],
])('in %s', (name, viewport) => {
  const picture = (page: Page, what: string) =>
    process.env.PICTURES === undefined
      ? Promise.resolve()
      : page.screenshot({ path: `${process.env.PICTURES}/${what}-${name.split(' ').at(-1) ?? ''}.png` });

  test('no hint and no list covers the people, and Escape ends the red one', async () => {
    const page = await openWindow('Mara', viewport);
    const field = composer(page);
    const covers = async () => {
      const [panel, list] = [page.locator('.panel'), page.getByRole('radiogroup', { name: 'Speak as' })];
      const [over, under] = [await panel.boundingBox(), await list.boundingBox()];
      if (over === null || under === null) throw new Error('not shown');
      expect(over.y).toBeGreaterThanOrEqual(0);
      return over.y + over.height > under.y && over.y < under.y + under.height;
    };
    await field.pressSequentially('/hp damage amount:7 target:og');
    await page.getByRole('option', { name: 'Ogre 2' }).waitFor();
    expect(await covers()).toBe(false);
    await picture(page, 'list');
    await field.fill('/hp max value:many');
    await field.press('Enter');
    const alert = page.getByRole('alert');
    await alert.filter({ hasText: 'a whole number' }).waitFor();
    expect(await covers()).toBe(false);
    await picture(page, 'problem');
    await field.press('Escape');
    await alert.waitFor({ state: 'detached' });
    // the people can be reached right away
    await field.press('Enter');
    await alert.waitFor();
    await page.getByRole('radio', { name: 'Tomas' }).click();
    await page.locator('input[placeholder^="Tomas: type"]').waitFor();
  });
});

test('nothing went wrong in the page', () => {
  expect(errors).toEqual([]);
});
