import type { Context } from 'hono';

/** Why a request has to wait. */
export interface Limited {
  /** Seconds. */
  retryAfter: number;
  scope: 'global' | 'user' | 'shared';
  message?: string;
  code?: number;
}

/** The answer to a request that is one too many. https://discord.com/developers/docs/topics/rate-limits#exceeding-a-rate-limit */
export function tooMany(context: Context, limited: Limited): Response {
  const { retryAfter, scope, message = 'You are being rate limited.', code } = limited;
  const global = scope === 'global';
  context.header('Retry-After', String(Math.ceil(retryAfter)));
  context.header('X-RateLimit-Scope', scope);
  if (global) context.header('X-RateLimit-Global', 'true');
  const body = { message, retry_after: retryAfter, global, ...(code !== undefined && { code }) };
  return context.json(body, 429);
}
