import { afterAll, beforeAll } from '@jest/globals';
import { Client, DiscordAPIError, GatewayDispatchEvents, REST, Routes } from 'discord.js';
import type { APIInteraction, APIMessage } from 'discord.js';
import { startStandIn, tavern } from '../../src/playground/index.js';
import type { Client as Person, Outcome, StandIn, StandInOptions } from '../../src/playground/index.js';
import { until } from '../discord/bot.js';

export const application = tavern.bot.id;
export const ping = {
  name: 'ping',
  description: 'Answers',
  options: [
    { type: 3, name: 'word', description: 'A word', required: true, autocomplete: true },
    { type: 4, name: 'count', description: 'How often', min_value: 1, max_value: 9 },
    { type: 5, name: 'loud', description: 'Whether' },
    { type: 6, name: 'whom', description: 'A person' },
    { type: 8, name: 'rank', description: 'A role' },
    { type: 7, name: 'where', description: 'A channel', channel_types: [0] },
  ],
};

/** A bot of three lines, on discord.js, that does with an interaction what a test tells it to. */
export interface Bot {
  discord: StandIn;
  client: Client;
  /** With the bot's token, and without any patience. */
  rest: REST;
  tomas: Person;
  ines: Person;
  received: APIInteraction[];
  answer: (raw: APIInteraction) => Promise<unknown>;
  /** How far the stand-in's clock is ahead. It only ever goes on. Milliseconds. */
  ahead: number;
}

/** The ids of the channels: where people play, and two more. */
export const [table = '', feed = '', board = ''] = tavern.channels.map(({ id }) => id);

/** Starts it for a test file, on a stand-in of its own, and ends it afterwards. */
export function bot(options: Pick<StandInOptions, 'heartbeat' | 'speed'> = {}): Bot {
  const at = { received: [], ahead: 0, answer: () => Promise.resolve() } as unknown as Bot;
  beforeAll(async () => {
    at.discord = await startStandIn({ ...options, now: () => Date.now() + at.ahead });
    at.client = new Client({ intents: [], rest: { api: at.discord.api } });
    at.client.ws.on(GatewayDispatchEvents.InteractionCreate, (raw: APIInteraction) => {
      at.received.push(raw);
      void at.answer(raw);
    });
    await at.client.login(at.discord.token);
    at.rest = new REST({ api: at.discord.api, retries: 0 }).setToken(at.discord.token);
    await at.rest.put(Routes.applicationCommands(application), { body: [ping] });
    at.tomas = at.discord.as('Tomas');
    at.ines = at.discord.as('Ines');
  });
  afterAll(async () => {
    await at.client.destroy();
    await at.discord.close();
  });
  return at;
}

/** A first answer. */
export function callback({ rest }: Bot, { id, token }: APIInteraction, body: unknown, query = {}) {
  return rest.post(Routes.interactionCallback(id, token), {
    body,
    auth: false,
    query: new URLSearchParams(query),
  });
}

/** A first answer that is a message. */
export function text(content: string, more: object = {}) {
  return { type: 4, data: { content, ...more } };
}

/** The address of an interaction's first answer. */
export function original({ token }: APIInteraction) {
  return Routes.webhookMessage(application, token, '@original');
}

/** Posts a message of the bot's own. @param channel left out: where people play. */
export async function send({ rest }: Bot, body: object, channel = table): Promise<APIMessage> {
  return (await rest.post(Routes.channelMessages(channel), { body })) as APIMessage;
}

/** What Discord has against it: status, code and message; or `taken`. */
export async function refusalOf(action: Promise<unknown>): Promise<unknown> {
  try {
    await action;
  } catch (error) {
    if (error instanceof DiscordAPIError) return [error.status, error.code, error.message.split('\n')[0]];
    throw error;
  }
  return 'taken';
}

/** Lets Tomas type something, and the bot do this with it. @returns what Discord has against it, or `taken`. */
export async function refused(at: Bot, does: (raw: APIInteraction) => Promise<unknown>): Promise<unknown> {
  let result: unknown;
  at.answer = async (raw) => {
    result = await refusalOf(does(raw));
  };
  void at.tomas.type('/ping word:x');
  await until(() => result !== undefined);
  return result;
}

/** The id of the message that an interaction led to. */
export function messageId(outcome: Outcome): string {
  if (outcome.kind !== 'message' && outcome.kind !== 'updated') throw new Error(outcome.kind);
  return outcome.messageId;
}
