import { z } from 'zod';

/** What the program runs on, read from the environment once, at the start. */
export interface Config {
  /** Absent: no Discord, the playground opens. */
  discord?: { token: string; api?: string };
  ledger:
    | { store: 'embedded'; dataDir: string }
    | { store: 'endpoint'; endpoint: string; table: string; region: string }
    | { store: 'aws'; table: string; region?: string };
  /** Of all that the bot has: `auto`, so many; or these of so many. */
  shards: Shards;
  /** Absent: no interactions are taken over HTTP. `publicKey`: the application's, 64 hexadecimal digits. */
  http?: { publicKey: string; host: string; port: number; api?: string };
  /** The port on which the playground's page is served, 0 for any that is free. */
  playgroundPort: number;
  /** Where the program says how it is. Absent: nowhere. */
  health?: { host: string; port: number };
  logLevel: (typeof logLevels)[number];
}

/** Which part of its servers' events a program takes: https://discord.com/developers/docs/events/gateway#sharding */
export type Shards = 'auto' | { ids: number[]; count: number };

/** The environment does not do. The message is for whoever starts the program and names every variable at fault. */
export class ConfigError extends Error {
  readonly code = 'config';
  override name = 'ConfigError';
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const oneOf = (values: readonly string[]) => values.join(', ');

/** Three parts of letters, digits, `-` and `_`, joined by dots: https://discord.com/developers/docs/reference#authentication */
const token = z
  .string()
  .regex(
    /^[\w-]+\.[\w-]+\.[\w-]+$/,
    'the bot token from https://discord.com/developers/applications → your application → Bot',
  );
/** https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint */
const publicKey = z
  .string()
  .regex(
    /^[\da-f]{64}$/i,
    'the public key, 64 hexadecimal digits, from https://discord.com/developers/applications → your application → General Information',
  );
const url = z.url({ protocol: /^https?$/, error: 'an address that begins with http:// or https://' });
const port = z
  .string()
  .regex(/^\d{1,5}$/, 'a port, 0 to 65535')
  .transform(Number)
  .refine((number) => number <= 65_535, 'a port, 0 to 65535');

const count = z
  .string()
  .regex(/^[1-9]\d{0,5}$/, 'how many there are, 1 or more')
  .transform(Number);

const environment = z
  .object({
    DISCORD_TOKEN: token.optional(),
    DISCORD_API: url.optional(),
    DISCORD_PUBLIC_KEY: publicKey.optional(),
    HOST: z.string().default('0.0.0.0'),
    PORT: port.default(8080),
    LEDGER: z.enum(['embedded', 'aws'], 'embedded or aws').optional(),
    DATA_DIR: z.string().default('./data'),
    DYNAMODB_ENDPOINT: url.optional(),
    TABLE_NAME: z
      .string()
      .regex(/^[\w.-]{3,255}$/, '3 to 255 letters, digits, and any of _ . -')
      .default('hp-ledger'),
    AWS_REGION: z
      .string()
      .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'a region such as eu-central-1')
      .optional(),
    SHARDS: z.union([z.literal('auto'), count], 'auto, or how many, 1 or more').default(1),
    SHARD_IDS: z
      .string()
      .regex(/^\d{1,6}(,\d{1,6})*$/, 'numbers from 0 with commas between them, 0,1,2 say')
      .transform((ids) => ids.split(',').map(Number))
      .optional(),
    SHARD_COUNT: count.optional(),
    PLAYGROUND_PORT: port.default(4747),
    HEALTH_HOST: z.string().default('127.0.0.1'),
    HEALTH_PORT: port.optional(),
    LOG_LEVEL: z.enum(logLevels, oneOf(logLevels)).default('info'),
  })
  .refine((env) => env.LEDGER !== 'embedded' || env.DYNAMODB_ENDPOINT === undefined, {
    path: ['DYNAMODB_ENDPOINT'],
    error: 'nothing, as LEDGER=embedded brings its own store (or leave LEDGER out)',
  })
  .refine((env) => (env.SHARD_IDS === undefined) === (env.SHARD_COUNT === undefined), {
    path: ['SHARD_COUNT'],
    error:
      'how many shards all programs have together, where SHARD_IDS names those of this one; and nothing else',
  })
  .refine(({ SHARD_IDS = [], SHARD_COUNT = 0 }) => SHARD_IDS.every((id) => id < SHARD_COUNT), {
    path: ['SHARD_IDS'],
    error: 'numbers below SHARD_COUNT',
  });

/**
 * Reads the configuration from environment variables; an empty one counts as not set.
 * @throws {ConfigError} naming each variable at fault, what was found (secrets masked) and what would do.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw new ConfigError(complaint(parsed.error, given));
  const { DISCORD_TOKEN, DISCORD_API, DISCORD_PUBLIC_KEY, HOST, PORT } = parsed.data;
  const { PLAYGROUND_PORT, HEALTH_HOST, HEALTH_PORT, LOG_LEVEL } = parsed.data;
  const api = DISCORD_API === undefined ? {} : { api: DISCORD_API };
  return {
    ...(DISCORD_TOKEN !== undefined && {
      discord: { token: DISCORD_TOKEN, ...api },
    }),
    shards: shardsOf(parsed.data),
    ledger: ledgerOf(parsed.data),
    ...(DISCORD_PUBLIC_KEY !== undefined && {
      http: { publicKey: DISCORD_PUBLIC_KEY, host: HOST, port: PORT, ...api },
    }),
    playgroundPort: PLAYGROUND_PORT,
    ...(HEALTH_PORT !== undefined && { health: { host: HEALTH_HOST, port: HEALTH_PORT } }),
    logLevel: LOG_LEVEL,
  };
}

function shardsOf({ SHARDS, SHARD_IDS, SHARD_COUNT }: z.infer<typeof environment>): Shards {
  if (SHARD_IDS !== undefined && SHARD_COUNT !== undefined)
    return { ids: [...new Set(SHARD_IDS)], count: SHARD_COUNT };
  return SHARDS === 'auto' ? 'auto' : { ids: [...Array(SHARDS).keys()], count: SHARDS };
}

function ledgerOf(env: z.infer<typeof environment>): Config['ledger'] {
  const { TABLE_NAME: table, AWS_REGION: region } = env;
  if (env.DYNAMODB_ENDPOINT !== undefined)
    return { store: 'endpoint', endpoint: env.DYNAMODB_ENDPOINT, table, region: region ?? 'us-east-1' };
  if (env.LEDGER === 'aws') return { store: 'aws', table, ...(region !== undefined && { region }) };
  return { store: 'embedded', dataDir: env.DATA_DIR };
}

function complaint(error: z.ZodError, given: Record<string, string | undefined>): string {
  const lines = error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    return `  ${name} is ${found(name, given[name])}; it takes ${message}.`;
  });
  return ['The configuration does not do:', ...lines, 'See .env.example for what each variable means.'].join(
    '\n',
  );
}

function found(name: string, value: string | undefined): string {
  if (value === undefined) return 'not set';
  return name.endsWith('TOKEN') ? `set to ${value.length} characters, not shown here` : JSON.stringify(value);
}
