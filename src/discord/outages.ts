import type { Logger } from 'pino';

/** Which shards have lost their connection to Discord, and what the log says of it: when it begins, when it ends, and between. */
export interface Outages {
  /** A connection was lost, or a try to make it again has failed. @param code the WebSocket's close code. */
  lost(shard: number, code: number, cause: string): void;
  /** A shard is connected: it resumed its session, or began a new one. */
  back(shard: number, how: 'resumed' | 'new session'): void;
  isAway(shard: number): boolean;
  /** Logs what is due. To be called every second; whatever happens at once then stands in one line. */
  tell(): void;
}

interface Away {
  /** Milliseconds since 1970. */
  since: number;
  code: number;
  cause: string;
}

/** Between two lines of the same kind. Milliseconds. */
const gatherMs = 1_000;
/** Between two lines about an outage that goes on. Milliseconds. */
const reminderMs = 180_000;

/** @param now milliseconds since 1970. */
export function outages(log: Pick<Logger, 'warn' | 'info'>, now: () => number = Date.now): Outages {
  const away = new Map<number, Away>();
  let begun: (Away & { shard: number })[] = [];
  let ended: { shard: number; how: string; seconds: number }[] = [];
  let toldAt = -Infinity;
  let remindedAt = -Infinity;

  const tell = () => {
    for (const { key: what, shards } of grouped(begun, ({ code, cause }) => ({ code, cause })))
      log.warn({ shards, ...what }, 'the connection to Discord was lost; reconnecting');
    for (const { key: what, shards } of grouped(ended, ({ how, seconds }) => ({ how, seconds })))
      log.info({ shards, ...what }, 'connected to Discord again');
    if (begun.length + ended.length > 0) toldAt = now();
    if (begun.length > 0) remindedAt = now();
    begun = [];
    ended = [];
    if (away.size === 0 || now() - remindedAt < reminderMs) return;
    remindedAt = now();
    const since = Math.min(...Array.from(away.values(), (one) => one.since));
    const [{ code, cause } = {}] = away.values();
    const seconds = Math.round((now() - since) / 1_000);
    log.warn({ shards: [...away.keys()], seconds, code, cause }, 'still no connection to Discord');
  };
  const tellSoon = () => {
    if (now() - toldAt >= gatherMs) tell();
  };

  return {
    lost(shard, code, cause) {
      const before = away.get(shard);
      const one = { since: before?.since ?? now(), code, cause };
      away.set(shard, one);
      if (before !== undefined) return;
      begun.push({ shard, ...one });
      tellSoon();
    },
    back(shard, how) {
      const before = away.get(shard);
      if (before === undefined) return;
      away.delete(shard);
      ended.push({ shard, how, seconds: Math.round((now() - before.since) / 1_000) });
      tellSoon();
    },
    isAway: (shard) => away.has(shard),
    tell,
  };
}

/** Those of which the same is to be said. */
function grouped<One extends { shard: number }, Key extends object>(
  all: readonly One[],
  keyOf: (one: One) => Key,
): { key: Key; shards: number[] }[] {
  const groups = new Map<string, { key: Key; shards: number[] }>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(JSON.stringify(key)) ?? { key, shards: [] };
    group.shards.push(one.shard);
    groups.set(JSON.stringify(key), group);
  }
  return [...groups.values()];
}
