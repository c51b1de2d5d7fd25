import { Hono } from 'hono';
import type { Context } from 'hono';
import { withoutLocalizations } from '../command-form.js';
import { refusals } from '../refusal.js';
import type { Scope } from '../registry.js';
import { bodyOf } from './body.js';
import type { RestParts } from './parts.js';

/** The bot's commands: those for all servers, and those for one. https://discord.com/developers/docs/interactions/application-commands#endpoints */
export function commandRoutes({ world, registry }: RestParts): Hono {
  const app = new Hono();
  /** @throws {ApiRefusal} where it is another's application, or a server on which the bot is not. */
  const scopeOf = ({ req }: Context): Scope => {
    const guild = req.param('guild');
    if (req.param('application') !== world.bot.id) throw refusals.missingAccess();
    if (guild !== undefined && guild !== world.guild.id) throw refusals.missingAccess();
    return guild;
  };
  const idOf = ({ req }: Context) => req.param('command') ?? '';

  for (const place of ['', '/guilds/:guild']) {
    const all = `/applications/:application${place}/commands`;
    const one = `${all}/:command`;
    app.get(all, (context) => {
      const commands = registry.of(scopeOf(context));
      const inFull = context.req.query('with_localizations') === 'true';
      return context.json(inFull ? commands : commands.map(withoutLocalizations));
    });
    app.put(all, async (context) =>
      context.json(registry.replace(scopeOf(context), (await bodyOf(context, world)).json)),
    );
    app.post(all, async (context) => {
      const { command, isNew } = registry.add(scopeOf(context), (await bodyOf(context, world)).json);
      return context.json(command, isNew ? 201 : 200);
    });
    app.get(one, (context) => context.json(registry.get(scopeOf(context), idOf(context))));
    app.patch(one, async (context) =>
      context.json(registry.edit(scopeOf(context), idOf(context), (await bodyOf(context, world)).json)),
    );
    app.delete(one, (context) => {
      registry.delete(scopeOf(context), idOf(context));
      return context.body(null, 204);
    });
  }
  return app;
}
