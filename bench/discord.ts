import { definitions } from '../commands/index.js';
import { openRest } from '../src/discord/index.js';
import { startStandIn } from '../src/playground/index.js';
import type { StandIn } from '../src/playground/index.js';
import type { TestStore } from './store.js';

/** A stand-in for Discord without rate limits, which are not what is measured; it knows the commands. */
export async function discord(): Promise<StandIn> {
  const standIn = await startStandIn({ speed: Infinity });
  const { api, token, world } = standIn;
  await openRest({ api, token }).put(`/applications/${world.bot.id}/commands`, { body: definitions });
  return standIn;
}

/** What a program finds in its environment to be on these. */
export function on(standIn: StandIn, { endpoint, table }: TestStore): Record<string, string> {
  return {
    ...{ DISCORD_API: standIn.api, DISCORD_TOKEN: standIn.token, LOG_LEVEL: 'info' },
    ...{ DYNAMODB_ENDPOINT: endpoint, TABLE_NAME: table },
  };
}

/** What a program says once it takes commands. */
export const isReady = /the commands (were registered at|at) Discord/;
