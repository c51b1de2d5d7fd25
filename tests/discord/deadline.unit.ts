import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { InteractionResponseType as Answer } from 'discord-api-types/v10';
import { pino } from 'pino';
import { admission, discordClock } from '../../src/discord/index.js';
import { noServiceMeter } from '../../src/discord/meter.js';
import type { Responder } from '../../src/discord/responder.js';
import { serve } from '../../src/discord/serve.js';
import type { Reply } from '../../src/replies/index.js';
import { says, stubCommands } from './stub-commands.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** Serves an interaction that was made so long ago (milliseconds). @returns what the sender and the command see of it. */
function served(
  age: number,
  { reply, first }: { reply: Promise<Reply>; first?: Responder['first'] },
): { answers: Answer[]; signals: AbortSignal[] } {
  const seen = { answers: [] as Answer[], signals: [] as AbortSignal[] };
  const responder: Responder = {
    async first(response) {
      seen.answers.push(response.body.type);
      await first?.(response);
    },
    edit: () => Promise.resolve(),
    remove: () => Promise.resolve(),
    followUp: () => Promise.resolve(),
  };
  const commands = stubCommands(({ signal }) => {
    seen.signals.push(signal);
    return reply;
  });
  const incoming = {
    ...{ id: '1300000000000009999', application: '1300000000000000010', token: 'token' },
    ...{ madeAt: Date.now() - age, locale: 'en-US', attachmentLimit: 10_000_000 },
    where: {
      server: '1300000000000000001',
      person: { id: '1300000000000000012', name: 'Tomas', roles: [], managesServer: false },
    },
    asks: { kind: 'command' as const, path: ['help'], options: new Map() },
    channels: new Map(),
  };
  const log = pino({ level: 'silent' });
  const service = { commands, clock: discordClock(), admission: admission(), meter: noServiceMeter, log };
  void serve(incoming, responder, service);
  return seen;
}
const never = new Promise<never>(() => undefined);
const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

describe('an interaction', () => {
  test('is served until 2.6 seconds after it was made; one that comes later changes nothing', async () => {
    const inTime = served(2_600, { reply: Promise.resolve(says('done')) });
    const late = served(2_601, { reply: Promise.resolve(says('done')) });
    await pass(0);
    expect(inTime.answers).toEqual([Answer.ChannelMessageWithSource]);
    expect(late).toEqual({ answers: [], signals: [] });
  });

  test('whose answer is not there two seconds after it was made is deferred', async () => {
    const { answers } = served(500, { reply: never });
    await pass(1_499);
    expect(answers).toEqual([]);
    await pass(1);
    expect(answers).toEqual([Answer.DeferredChannelMessageWithSource]);
  });

  test('is called off three seconds after it was made, where the sender can’t be told of it', async () => {
    const { signals } = served(500, { reply: never, first: () => never });
    await pass(2_499);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    await pass(1);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  test('is not called off once its sender was told to wait', async () => {
    const { signals } = served(500, { reply: never });
    await pass(20_000);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  });
});
