import type { REST } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import type { APIPartialGuild } from 'discord-api-types/v10';

/** Servers that Discord names at once. */
const atOnce = 200;

/** The ids of the servers that a bot is on. @throws what REST throws: DiscordAPIError, HTTPError. */
export async function* serversOf(rest: REST): AsyncGenerator<string, undefined> {
  for (let after = '0'; ;) {
    const query = new URLSearchParams({ limit: String(atOnce), after });
    const page = (await rest.get(Routes.userGuilds(), { query })) as APIPartialGuild[];
    yield* page.map(({ id }) => id);
    const last = page.at(-1);
    if (last === undefined || page.length < atOnce) return undefined;
    after = last.id;
  }
}
