import { GatewayCloseCodes } from 'discord.js';
import { ConnectionRefused } from './connection-refused.js';
import { TokenRefused } from './token-refused.js';

const transport: Partial<Record<number, string>> = {
  1000: 'Discord closed the connection',
  1001: 'Discord is going away',
  1006: 'the connection broke off',
  4200: 'the connection is made anew',
};

/** Why a connection was closed. @param code a WebSocket's or one of Discord's. */
export function closeCause(code: number): string {
  const name: string | undefined = GatewayCloseCodes[code];
  return transport[code] ?? name?.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase() ?? 'unknown';
}

/** What there is to be done where Discord closed the connection for good. */
export function refusalOf(code: number): ConnectionRefused | TokenRefused {
  // a number need not be one of Discord's codes
  switch (code as GatewayCloseCodes) {
    case GatewayCloseCodes.AuthenticationFailed:
      return new TokenRefused('Discord does not know this token');
    case GatewayCloseCodes.ShardingRequired:
      return new ConnectionRefused(
        'Discord wants more shards than this program has (code 4011: sharding required). Set SHARDS=auto.',
      );
    case GatewayCloseCodes.InvalidShard:
      return new ConnectionRefused(
        'Discord does not take these shards (code 4010: invalid shard). Check SHARDS, or SHARD_IDS and SHARD_COUNT.',
      );
    default:
      return new ConnectionRefused(
        `Discord closed the connection for good, with code ${code}: ${closeCause(code)}`,
      );
  }
}
