import { afterAll, beforeAll } from '@jest/globals';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import type { REST } from 'discord.js';
import { tavern } from '../../src/playground/index.js';
import { showcase } from './showcase.js';
import type { Showcase } from './showcase.js';

/** How a browser is started that asks nothing of the world outside. */
export const browserOptions = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** A browser for a test file, with the showcase before it. */
export interface Browsing {
  /** @param channel by its name; left out: the first. */
  openWindow: (who?: string, phone?: boolean, channel?: string) => Promise<Page>;
  /** The bot's. */
  rest: () => REST;
  /** What went wrong in its pages. */
  errors: string[];
}

export function browsing(): Browsing {
  let browser: Browser;
  let shown: Showcase;
  const errors: string[] = [];
  beforeAll(async () => {
    shown = await showcase();
    browser = await chromium.launch(browserOptions);
  });
  afterAll(async () => {
    await browser.close();
    await shown.close();
  });
  const openWindow = async (who = 'Tomas', phone = false, channel?: string) => {
    const look = phone ? { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } : {};
    const page = await browser.newPage(look);
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    const { id } = tavern.people.find(({ name }) => name === who) ?? { id: '' };
    await page.goto(`${shown.url}/?as=${id}${channel === undefined ? '' : `&channel=${channel}`}`);
    await composer(page).waitFor();
    return page;
  };
  return { openWindow, rest: () => shown.rest, errors };
}

/** Where commands are typed. */
export const composer = (page: Page) => page.getByRole('combobox', { name: 'Type a command' });

/** Sends a line. */
export async function type(page: Page, line: string): Promise<void> {
  const field = composer(page);
  await field.fill(line);
  await field.press('Escape');
  await field.press('Enter');
}

export const last = (page: Page) => page.locator('discord-message').last();
