import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Events, GatewayDispatchEvents } from 'discord.js';
import type { Client } from 'discord.js';
import { newClient } from '../../src/discord/client.js';
import { startStandIn, tavern } from '../../src/playground/index.js';
import type { StandIn } from '../../src/playground/index.js';
import { until } from './bot.js';

const people = 1_000;
let discord: StandIn;
let client: Client;
beforeAll(async () => {
  discord = await startStandIn();
  client = newClient({ api: discord.api, shards: { ids: [0], count: 1 } });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
});
afterAll(async () => {
  await client.destroy();
  await discord.close();
});

test(`of ${people} different people nothing is kept, and the servers are known all the same`, async () => {
  let seen = 0;
  client.on(Events.InteractionCreate, () => seen++);
  for (let number = 0; number < people; number++) {
    const id = String(1_400_000_000_000_000_000n + BigInt(number));
    const user = { id, username: `person ${number}`, discriminator: '0', avatar: null, global_name: null };
    const isDirect = number % 2 === 1;
    const where = isDirect
      ? { user, channel: { id: `${id.slice(0, -1)}9`, type: 1, recipients: [user] } }
      : {
          member: {
            user,
            roles: [],
            permissions: '0',
            joined_at: '2026-01-01T00:00:00Z',
            deaf: false,
            mute: false,
            flags: 0,
          },
          guild_id: tavern.guild.id,
          channel: { id: tavern.channels[0]?.id, type: 0, guild_id: tavern.guild.id },
        };
    discord.gateway.dispatch(GatewayDispatchEvents.InteractionCreate, {
      ...{ id, application_id: tavern.bot.id, type: 2, token: 'token', version: 1, locale: 'en-US' },
      ...{ entitlements: [], authorizing_integration_owners: {}, app_permissions: '0' },
      ...where,
      data: { id: '1', type: 1, name: 'hp' },
    });
  }
  await until(() => seen === people);
  expect(client.users.cache.size).toBe(0);
  expect(client.guilds.cache.map(({ id, members }) => [id, members.cache.size])).toEqual([
    [tavern.guild.id, 0],
  ]);
  expect(client.channels.cache.filter((channel) => channel.isDMBased()).size).toBe(0);
});
