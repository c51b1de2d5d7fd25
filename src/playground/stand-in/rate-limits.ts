/** What Discord tells of a bucket, and whether this request is one too many. */
export interface Allowance {
  headers: Record<string, string>;
  /** Seconds to wait; absent where the request may pass. */
  retryAfter?: number;
}

/** Requests that fit into a window of time. Milliseconds. */
export interface Limit {
  most: number;
  window: number;
}

/** Discord publishes no figures but the global one; these are what it sends. https://discord.com/developers/docs/topics/rate-limits */
export const limits = {
  global: { most: 50, window: 1_000 },
  webhook: { most: 5, window: 2_000 },
  message: { most: 5, window: 5_000 },
  usual: { most: 50, window: 1_000 },
  /** Edits in a channel of messages that are more than an hour old; what bots have observed. */
  oldEdit: { most: 3, window: 20_000 },
} satisfies Record<string, Limit>;

interface Bucket {
  used: number;
  /** Milliseconds since 1970. */
  resetsAt: number;
}

/** Buckets are looked through for those that are over once there are so many. */
const manyBuckets = 1_000;

/** Counts requests as Discord does, for each route and what it is about. @param speed how many times as fast its windows go by. */
export function rateLimits(
  now: () => number,
  speed: number,
): (limit: Limit, route: string, about: string) => Allowance {
  const buckets = new Map<string, Bucket>();
  return ({ most, window: usual }, route, about) => {
    const window = usual / speed;
    if (buckets.size > manyBuckets)
      for (const [key, { resetsAt }] of buckets) if (resetsAt <= now()) buckets.delete(key);
    const key = `${route}:${about}`;
    const standing = buckets.get(key);
    const bucket =
      standing !== undefined && standing.resetsAt > now() ? standing : { used: 0, resetsAt: now() + window };
    bucket.used += 1;
    buckets.set(key, bucket);
    const after = (bucket.resetsAt - now()) / 1_000;
    const headers = {
      'X-RateLimit-Limit': String(most),
      'X-RateLimit-Remaining': String(Math.max(0, most - bucket.used)),
      'X-RateLimit-Reset': (bucket.resetsAt / 1_000).toFixed(3),
      'X-RateLimit-Reset-After': after.toFixed(3),
      'X-RateLimit-Bucket': Buffer.from(route).toString('hex'),
    };
    return bucket.used <= most ? { headers } : { headers, retryAfter: after };
  };
}
