import { test } from '@jest/globals';
import { startAll } from './left-behind.js';

test('waits for ever', async () => {
  await startAll({ browser: process.env.HP_LEDGER_BROWSER === '1' });
  await new Promise(() => undefined);
});
