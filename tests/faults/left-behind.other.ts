import { test } from '@jest/globals';
import { startAll } from './left-behind.js';

test('is busy for ever', async () => {
  await startAll({ browser: false });
  for (;;);
});
