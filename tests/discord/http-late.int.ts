import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { beforeTaken } from './before-taken.js';
import { until } from './bot.js';
import { httpBot } from './http-bot.js';

const at = httpBot();
let endHearing: (() => void) | undefined;
beforeAll(async () => {
  await at.tomas.type('/hp character add name:Thorin max:31');
});
afterEach(() => {
  at.discord.faults.loseRequest = () => false;
  endHearing?.();
});

/** Files never come with the first answer: it is deferred, and then edited. @returns whether they are there. */
async function exported(): Promise<boolean> {
  // in time for Discord, however slow this machine is
  const answer = await at.tomas.type('/hp export', { at: Date.now() + 5_000 });
  if (answer.kind !== 'message') throw new Error(answer.kind);
  const files = () => at.discord.messages.get(answer.messageId).message.attachments;
  await until(() => files().length > 0, 'there is no file');
  return answer.deferred;
}

describe('over HTTP, what follows the first answer', () => {
  test('is sent again where Discord does not know of the first answer yet', async () => {
    const refused: number[] = [];
    endHearing = beforeTaken(at.discord, async () => {
      const { status } = await new Promise<{ status: number }>((resolve) =>
        at.discord.once('request', resolve),
      );
      refused.push(status);
    });
    expect(await exported()).toBe(true);
    expect(refused).toEqual([404]);
  });

  test('is sent again where it does not arrive', async () => {
    let lost = 0;
    at.discord.faults.loseRequest = (method) => method === 'PATCH' && lost++ < 3;
    expect(await exported()).toBe(true);
    expect(lost).toBe(4);
  });
});
