/** What Discord tells of a bucket, and whether this request is one too many. */
export interface Allowance {
  headers: Record<string, string>;
  /** Seconds to wait; absent where the request may pass. */
  retryAfter?: number;
}

interface Bucket {
  used: number;
  /** Milliseconds since 1970. */
  resetsAt: number;
}

/** Requests to one bucket in its window. Discord does not publish its figures; these are what it sends for webhooks. */
const webhookLimit = { limit: 5, window: 2_000 };
const usualLimit = { limit: 50, window: 1_000 };

/** Counts requests as Discord does: so many in a window of time, for each route and what it is about. */
export function rateLimits(now: () => number): (route: string, about: string) => Allowance {
  const buckets = new Map<string, Bucket>();
  return (route, about) => {
    const { limit, window } = route === 'webhook' ? webhookLimit : usualLimit;
    const key = `${route}:${about}`;
    const standing = buckets.get(key);
    const bucket =
      standing !== undefined && standing.resetsAt > now() ? standing : { used: 0, resetsAt: now() + window };
    bucket.used += 1;
    buckets.set(key, bucket);
    const after = (bucket.resetsAt - now()) / 1_000;
    const headers = {
      'X-RateLimit-Limit': String(limit),
      'X-RateLimit-Remaining': String(Math.max(0, limit - bucket.used)),
      'X-RateLimit-Reset': (bucket.resetsAt / 1_000).toFixed(3),
      'X-RateLimit-Reset-After': after.toFixed(3),
      'X-RateLimit-Bucket': Buffer.from(route).toString('hex'),
    };
    if (bucket.used <= limit) return { headers };
    return {
      headers: { ...headers, 'Retry-After': String(Math.ceil(after)), 'X-RateLimit-Scope': 'user' },
      retryAfter: after,
    };
  };
}
