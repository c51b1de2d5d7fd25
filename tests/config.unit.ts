import { describe, expect, test } from '@jest/globals';
import { ConfigError, readConfig } from '../src/config.js';

const complaintOf = (env: Record<string, string>) => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'no complaint';
};

describe('the configuration', () => {
  test('needs nothing: the embedded ledger and the playground', () => {
    expect(readConfig({})).toEqual({
      shards: { ids: [0], count: 1 },
      ledger: { store: 'embedded', dataDir: './data' },
      playgroundPort: 4747,
      logLevel: 'info',
    });
  });

  test.each([
    [{ SHARDS: 'auto' }, 'auto'],
    [{ SHARDS: '3' }, { ids: [0, 1, 2], count: 3 }],
    [
      { SHARD_IDS: '4,5', SHARD_COUNT: '8' },
      { ids: [4, 5], count: 8 },
    ],
  ])('%j takes the shards %j', (env, shards) => {
    expect(readConfig(env).shards).toEqual(shards);
  });

  test.each([
    [{ SHARDS: 'many' }, 'SHARDS is "many"'],
    [{ SHARD_IDS: '0' }, 'SHARD_COUNT is not set'],
    [{ SHARD_COUNT: '2' }, 'SHARD_COUNT is "2"'],
    [{ SHARD_IDS: '2', SHARD_COUNT: '2' }, 'SHARD_IDS is "2"; it takes numbers below SHARD_COUNT'],
    [{ DISCORD_PUBLIC_KEY: 'abc' }, 'DISCORD_PUBLIC_KEY is "abc"'],
  ])('%j is not taken', (env, complaint) => {
    expect(complaintOf(env)).toContain(complaint);
  });

  test('takes interactions over HTTP with a public key', () => {
    const publicKey = '0f'.repeat(32);
    expect(readConfig({ DISCORD_PUBLIC_KEY: publicKey, DISCORD_API: 'http://localhost/api' }).http).toEqual({
      ...{ publicKey, host: '0.0.0.0', port: 8080, api: 'http://localhost/api' },
    });
  });

  test('says how the program is on this machine alone, unless it is told where', () => {
    expect(readConfig({ HEALTH_PORT: '8081' }).health).toEqual({ host: '127.0.0.1', port: 8081 });
    expect(readConfig({ HEALTH_PORT: '8081', HEALTH_HOST: '0.0.0.0' }).health).toEqual({
      host: '0.0.0.0',
      port: 8081,
    });
    expect(readConfig({ HEALTH_HOST: '0.0.0.0' }).health).toBeUndefined();
  });

  test('takes an empty variable for one that is not set', () => {
    expect(readConfig({ DISCORD_TOKEN: '', LEDGER: '', PLAYGROUND_PORT: '' })).toEqual(readConfig({}));
  });

  test('connects to Discord with a token', () => {
    expect(readConfig({ DISCORD_TOKEN: 'MTk4.Cl2FMQ.ZnCjm1-XVW7_' }).discord).toEqual({
      token: 'MTk4.Cl2FMQ.ZnCjm1-XVW7_',
    });
  });

  test.each([
    [{ LEDGER: 'aws' }, { store: 'aws', table: 'hp-ledger' }],
    [
      { LEDGER: 'aws', AWS_REGION: 'eu-central-1', TABLE_NAME: 'party' },
      { store: 'aws', table: 'party', region: 'eu-central-1' },
    ],
    [
      { DYNAMODB_ENDPOINT: 'http://localhost:8000' },
      { store: 'endpoint', endpoint: 'http://localhost:8000', table: 'hp-ledger', region: 'us-east-1' },
    ],
    [{ DATA_DIR: '/var/lib/hp' }, { store: 'embedded', dataDir: '/var/lib/hp' }],
  ])('%j keeps the ledger in %j', (env, ledger) => {
    expect(readConfig(env).ledger).toEqual(ledger);
  });

  test('names every variable at fault at once, with what was found and what would do', () => {
    const complaint = complaintOf({
      LEDGER: 'postgres',
      AWS_REGION: 'Frankfurt',
      DYNAMODB_ENDPOINT: 'localhost:8000',
      TABLE_NAME: 'a b',
      PLAYGROUND_PORT: '99999',
      LOG_LEVEL: 'loud',
      DISCORD_API: 'ftp://discord',
    });
    expect(complaint).toContain('LEDGER is "postgres"; it takes embedded or aws.');
    expect(complaint).toContain('AWS_REGION is "Frankfurt"; it takes a region such as eu-central-1.');
    expect(complaint).toContain(
      'DYNAMODB_ENDPOINT is "localhost:8000"; it takes an address that begins with http',
    );
    expect(complaint).toContain('TABLE_NAME is "a b"');
    expect(complaint).toContain('PLAYGROUND_PORT is "99999"; it takes a port, 0 to 65535.');
    expect(complaint).toContain('LOG_LEVEL is "loud"; it takes trace, debug');
    expect(complaint).toContain('DISCORD_API is "ftp://discord"');
  });

  test('never shows a secret', () => {
    const complaint = complaintOf({ DISCORD_TOKEN: 'my secret' });
    expect(complaint).toContain(
      'DISCORD_TOKEN is set to 9 characters, not shown here; it takes the bot token',
    );
    expect(complaint).not.toContain('my secret');
  });

  test('refuses two ledgers at once', () => {
    expect(complaintOf({ LEDGER: 'embedded', DYNAMODB_ENDPOINT: 'http://localhost:8000' })).toContain(
      'DYNAMODB_ENDPOINT is "http://localhost:8000"; it takes nothing, as LEDGER=embedded',
    );
  });
});
