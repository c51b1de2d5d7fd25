import type { Context, MiddlewareHandler } from 'hono';
import { limits, rateLimits } from '../rate-limits.js';
import type { Limit } from '../rate-limits.js';
import { refusals } from '../refusal.js';
import type { RestParts } from './parts.js';
import { tooMany } from './too-many.js';

/** Lets in whoever bears the right token, as often as Discord does. */
export function guard({ token, now, speed }: Pick<RestParts, 'token' | 'now' | 'speed'>): MiddlewareHandler {
  const allowance = rateLimits(now, speed);

  /** @returns the answer, where the request is one too many. */
  const limited = (context: Context, limit: Limit, route: string, about: string) => {
    const { headers, retryAfter } = allowance(limit, route, about);
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    if (retryAfter === undefined) return undefined;
    const isGlobal = limit === limits.global;
    return tooMany(context, { retryAfter, scope: isGlobal ? 'global' : 'user' });
  };

  return async (context, next) => {
    // the time is the stand-in's own, as everywhere
    context.header('Date', new Date(now()).toUTCString());
    const { method, path } = context.req;
    const [, , , resource = '', first = '', second = ''] = path.split('/');
    // a first answer is bound to no limit, and what follows it only to the one of its own token
    if (resource === 'interactions') return next();
    if (resource === 'webhooks') return limited(context, limits.webhook, resource, second) ?? next();
    if (context.req.header('authorization') !== `Bot ${token}`) throw refusals.unauthorized();
    const isMessage = resource === 'channels' && method !== 'GET';
    return (
      limited(context, limits.global, 'global', token) ??
      limited(context, isMessage ? limits.message : limits.usual, `${method} ${kindOf(path)}`, first) ??
      next()
    );
  };
}

/** What a path has in common with those that differ only in what they are about. */
function kindOf(path: string): string {
  return path.replaceAll(/\d{17,20}/g, ':id');
}
