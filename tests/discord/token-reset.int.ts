import { expect, test } from '@jest/globals';
import { openWatch } from '../../src/discord/index.js';
import { createLog } from '../../src/log.js';
import { openWatching } from '../../src/party/index.js';
import { answerOf, bot, until } from './bot.js';

const at = bot();

test('a token that Discord does not know any more ends the posting, with one line', async () => {
  expect(await answerOf(at, await at.mara.type('/hp character add name:Thorin max:31'))).toContain('Thorin');
  await at.mara.type('/hp settings board channel:#hp-board');
  await at.mara.type('/hp settings feed channel:#hp-feed');
  const lines: { level: number; msg: string }[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line) as (typeof lines)[number]);
  // as it is after the token was reset
  const reset = openWatch({
    token: 'a.b.c',
    api: at.discord.api,
    watching: openWatching(at.ledger),
    log: createLog('info', { write }),
    boardPause: 1,
  });
  const server = at.discord.world.guild.id;
  reset.look([server]);
  await until(() => lines.length > 0);
  const asked = at.discord.requests.filter(({ status }) => status === 401).length;
  for (let round = 0; round < 5; round++) {
    await answerOf(at, await at.mara.type('/hp damage amount:1 target:Thorin'));
    reset.wake(server);
    reset.look([server]);
  }
  await reset.close();
  expect(lines).toMatchObject([{ level: 50, msg: expect.stringContaining('DISCORD_TOKEN') as unknown }]);
  expect(at.discord.requests.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(asked + 1);
});
