import { Hono } from 'hono';
import { z } from 'zod';
import { userOf } from '../resources.js';
import type { RestParts } from './parts.js';
import { limitOf, queryOf } from './query.js';

/** https://discord.com/developers/docs/resources/user#get-current-user-guilds */
const guildsQuery = z.object({
  limit: limitOf(200),
  after: z
    .string()
    .regex(/^\d{1,20}$/)
    .exactOptional(),
});

/** Who the bot is, and where the gateway. */
export function aboutRoutes({ world, gatewayUrl, endpoint }: RestParts): Hono {
  const { bot } = world;
  const app = new Hono();
  app.get('/gateway', (context) => context.json({ url: gatewayUrl() }));
  app.get('/gateway/bot', (context) =>
    context.json({
      url: gatewayUrl(),
      shards: 1,
      session_start_limit: { total: 1_000, remaining: 1_000, reset_after: 86_400_000, max_concurrency: 1 },
    }),
  );
  app.get('/users/@me/guilds', (context) => {
    const { limit, after = '0' } = queryOf(guildsQuery, context);
    const guilds = BigInt(world.guild.id) > BigInt(after) ? [world.guild] : [];
    return context.json(guilds.slice(0, limit).map(({ id, name }) => ({ id, name })));
  });
  app.get('/users/@me', (context) => context.json(userOf(bot, true)));
  for (const path of ['/applications/@me', '/oauth2/applications/@me'])
    app.get(path, (context) =>
      context.json({
        id: bot.id,
        name: bot.name,
        icon: null,
        description: '',
        bot_public: true,
        bot_require_code_grant: false,
        verify_key: '',
        flags: 0,
        interactions_endpoint_url: endpoint.url ?? null,
      }),
    );
  return app;
}
