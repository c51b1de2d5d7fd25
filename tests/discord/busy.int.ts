import { expect, test } from '@jest/globals';
import { admission } from '../../src/discord/index.js';
import { answerOf } from './bot.js';
import { httpBot } from './http-bot.js';

const at = httpBot({ admission: admission(5, 5) });

test('what there is no room for is told so, and the rest is answered', async () => {
  await at.tomas.type('/hp character add name:Thorin max:1000');
  // a store that is slow keeps them in flight
  at.proxy.fate = () => ({ delay: 1_000 });
  const looks = Array.from({ length: 8 }, () => at.tomas.type('/hp show target:Thorin'));
  const answers = await Promise.all((await Promise.all(looks)).map((look) => answerOf(at, look)));
  const turnedAway = answers.filter((answer) => answer.includes('Too much is going on at once'));
  expect(turnedAway).toHaveLength(3);
  expect(turnedAway[0]).toContain('nothing was recorded');
  expect(answers.filter((answer) => answer.includes('1000 / 1000'))).toHaveLength(5);
});
