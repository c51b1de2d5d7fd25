import { Events, Status } from 'discord.js';
import type { Client } from 'discord.js';
import type { Logger } from 'pino';
import { closeCause } from './closing.js';
import { outages } from './outages.js';

/** How a client's connection to Discord is. */
export interface Connection {
  /** Whether every shard is connected right now. `client.isReady()` never turns false again. */
  isReady(): boolean;
  /** How many shards are in each state. */
  shards(): ReadonlyMap<string, number>;
  /** Watches no longer: from now on the connection ends because it is meant to. */
  close(): void;
}

/** What discord.js says before it ends a connection by itself, a silent one among them; nothing else tells of it in time. */
const ending = /^\[WS => Shard (\d+)\] Destroying shard\s+Reason: (.+)\s+Code: (\d+)\s+Recover: (?!none)/;

/** Watches a client from before it logs in, and logs what becomes of its connection. */
export function watchConnection(client: Client, log: Logger): Connection {
  const away = outages(log);
  const timer = setInterval(() => away.tell(), 1_000).unref();
  /** By shard: why its last connection ended, as far as that is known. */
  const codes = new Map<number, number>();
  const causes = new Map<number, string>();
  const watched = new Set<number>();
  let isClosed = false;
  const lost = (shard: number, code: number, cause: string) => {
    // what the program ends by itself is no outage
    if (!isClosed) away.lost(shard, code, cause);
  };

  const onDebug = (message: string) => {
    // a shard exists before it first says something
    for (const [id, shard] of client.ws.shards) {
      if (watched.has(id)) continue;
      watched.add(id);
      shard.on('close', ({ code }) => void codes.set(id, code));
    }
    const [, shard, reason = 'none', code] = ending.exec(message) ?? [];
    if (shard !== undefined && reason !== 'none') lost(Number(shard), Number(code), reason);
  };
  client.on(Events.Debug, onDebug);
  client.on(Events.ShardError, ({ message }, id) => void causes.set(id, message));
  client.on(Events.ShardReconnecting, (id) => {
    const code = codes.get(id) ?? 1_006;
    lost(id, code, causes.get(id) ?? closeCause(code));
    causes.delete(id);
  });
  client.on(Events.ShardResume, (id) => away.back(id, 'resumed'));
  client.on(Events.ShardReady, (id) => away.back(id, 'new session'));

  const { shards } = client.ws;
  return {
    isReady: () =>
      shards.size > 0 && shards.every(({ id, status }) => status === Status.Ready && !away.isAway(id)),
    shards: () => {
      const states = shards.map(({ status }) => Status[status].toLowerCase());
      return new Map(states.map((state) => [state, states.filter((one) => one === state).length]));
    },
    close: () => {
      isClosed = true;
      clearInterval(timer);
    },
  };
}
