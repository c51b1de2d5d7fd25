import { createPublicKey, verify } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** What a request says of itself. */
export interface Signed {
  signature: string | undefined;
  timestamp: string | undefined;
  body: Uint8Array;
}

/** Whether a request is Discord's, made just now, and has not come before. */
export type Authenticity = 'authentic' | 'forged' | 'stale' | 'replayed';

/** So much older or newer than now may a timestamp be. Milliseconds. */
const tolerance = 60_000;
/** Requests that are remembered, so that they can't be sent again while their timestamps are good. */
const mostRemembered = 200_000;

/**
 * Tells Discord's requests from others, by the Ed25519 signature over timestamp and body:
 * https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint
 * @param publicKey the application's, 64 hexadecimal digits. @param now milliseconds since 1970.
 */
export function authenticator(
  publicKey: string,
  now: () => number = Date.now,
): (request: Signed) => Authenticity {
  const x = Buffer.from(publicKey, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const seen = new LRUCache<string, true>({ max: mostRemembered, ttl: 2 * tolerance });
  return ({ signature = '', timestamp = '', body }) => {
    if (!/^[\da-f]{128}$/i.test(signature) || !/^\d{1,12}$/.test(timestamp)) return 'forged';
    if (Math.abs(now() - Number(timestamp) * 1_000) > tolerance) return 'stale';
    const signed = Buffer.concat([Buffer.from(timestamp), body]);
    if (!verify(null, signed, key, Buffer.from(signature, 'hex'))) return 'forged';
    const once = signature.toLowerCase();
    if (seen.has(once)) return 'replayed';
    seen.set(once, true);
    return 'authentic';
  };
}
