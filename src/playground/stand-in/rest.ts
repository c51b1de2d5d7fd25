import { Hono } from 'hono';
import type { Context } from 'hono';
import { PermissionFlagsBits } from 'discord.js';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { CommandRegistry } from './commands.js';
import type { Interactions } from './interactions.js';
import type { Messages } from './messages.js';
import { rateLimits } from './rate-limits.js';
import { ApiRefusal, invalidForm, refusals } from './refusal.js';
import { checkOwnEdit, checkOwnMessage } from './validate.js';
import type { World } from './world.js';
import { userOf } from './world.js';

export interface RestParts {
  world: World;
  token: string;
  gatewayUrl: () => string;
  commands: CommandRegistry;
  interactions: Interactions;
  messages: Messages;
  now: () => number;
}

/** Discord's REST interface, version 10, as far as a bot that answers commands needs it. */
export function restApi(parts: RestParts): { fetch(request: Request): Response | Promise<Response> } {
  const { world, token, commands, interactions, messages } = parts;
  const allowance = rateLimits(parts.now);
  const app = new Hono();

  app.onError((error, context) => {
    if (!(error instanceof ApiRefusal))
      return context.json({ code: 0, message: '500: Internal Server Error' }, 500);
    const { status, code, message, errors } = error;
    return context.json(
      { message, code, ...(errors !== undefined && { errors }) },
      status as ContentfulStatusCode,
    );
  });

  const limited = (route: string, about: string, context: Context) => {
    const { headers, retryAfter } = allowance(route, about);
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    if (retryAfter === undefined) return undefined;
    return context.json(
      { message: 'You are being rate limited.', retry_after: retryAfter, global: false },
      429,
    );
  };
  // what is not bound to an interaction's token wants the bot's
  app.use(async (context, next) => {
    const [, , , resource = ''] = context.req.path.split('/');
    if (!['interactions', 'webhooks'].includes(resource)) {
      if (context.req.header('authorization') !== `Bot ${token}`) throw refusals.unauthorized();
      const tooMany = limited(resource, context.req.method, context);
      if (tooMany !== undefined) return tooMany;
    }
    return next();
  });

  app.get('/gateway', (context) => context.json({ url: parts.gatewayUrl() }));
  app.get('/gateway/bot', (context) =>
    context.json({
      url: parts.gatewayUrl(),
      shards: 1,
      session_start_limit: { total: 1_000, remaining: 1_000, reset_after: 86_400_000, max_concurrency: 1 },
    }),
  );
  app.get('/users/@me', (context) => context.json(userOf(world.bot, true)));
  for (const path of ['/applications/@me', '/oauth2/applications/@me'])
    app.get(path, (context) =>
      context.json({
        id: world.bot.id,
        name: world.bot.name,
        icon: null,
        description: '',
        bot_public: true,
        bot_require_code_grant: false,
        verify_key: '',
        flags: 0,
      }),
    );

  const own = (context: Context) => {
    if (context.req.param('application') !== world.bot.id) throw refusals.notFound();
  };
  app.get('/applications/:application/commands', (context) => {
    own(context);
    return context.json(commands.all);
  });
  app.put('/applications/:application/commands', async (context) => {
    own(context);
    return context.json(commands.replace(await bodyOf(context)));
  });
  app.post('/applications/:application/commands', async (context) => {
    own(context);
    return context.json(commands.add(await bodyOf(context)), 201);
  });

  app.post('/interactions/:id/:token/callback', async (context) => {
    const { id, token: own } = context.req.param();
    interactions.callback(id, own, await bodyOf(context));
    return context.body(null, 204);
  });

  const webhook = '/webhooks/:application/:token';
  app.use(
    `${webhook}/*`,
    async (context: Context, next) =>
      limited('webhook', context.req.path.split('/')[5] ?? '', context) ?? next(),
  );
  app.post(webhook, async (context) => {
    const { application, token: own } = context.req.param();
    return context.json(messages.get(interactions.followUp(application, own, await bodyOf(context))).message);
  });
  app.get(`${webhook}/messages/:message`, (context) => {
    const { application, token: own, message } = context.req.param();
    return context.json(messages.get(interactions.read(application, own, message)).message);
  });
  app.patch(`${webhook}/messages/:message`, async (context) => {
    const { application, token: own, message } = context.req.param();
    return context.json(
      messages.get(interactions.edit(application, own, message, await bodyOf(context))).message,
    );
  });
  app.delete(`${webhook}/messages/:message`, (context) => {
    const { application, token: own, message } = context.req.param();
    interactions.remove(application, own, message);
    return context.body(null, 204);
  });
  const channel = '/channels/:channel/messages';
  const mayIn = (id: string, permission: bigint) => {
    if (id !== world.channel.id) throw refusals.unknownChannel();
    if ((world.bot.permissions & PermissionFlagsBits.ViewChannel) === 0n) throw refusals.missingAccess();
    if ((world.bot.permissions & permission) === 0n) throw refusals.missingPermissions();
  };
  app.post(channel, async (context) => {
    mayIn(context.req.param('channel'), PermissionFlagsBits.SendMessages);
    return context.json(messages.post(checkOwnMessage(await bodyOf(context)), {}).message);
  });
  app.patch(`${channel}/:message`, async (context) => {
    const { channel: id, message } = context.req.param();
    mayIn(id, PermissionFlagsBits.SendMessages);
    return context.json(messages.edit(message, checkOwnEdit(await bodyOf(context))).message);
  });
  app.delete(`${channel}/:message`, (context) => {
    const { channel: id, message } = context.req.param();
    mayIn(id, PermissionFlagsBits.ViewChannel);
    messages.delete(message);
    return context.body(null, 204);
  });

  app.all('*', () => {
    throw refusals.notFound();
  });
  return new Hono().route('/api/v10', app);
}

async function bodyOf(context: Context): Promise<unknown> {
  try {
    return await context.req.json();
  } catch {
    throw invalidForm([
      { path: [], code: 'JSON_INVALID', message: 'The request body contains invalid JSON.' },
    ]);
  }
}
