import { createRequire } from 'node:module';

/** What one could use instead: packages of the benchmark's own, which the bot does not depend on. */
const require = createRequire(new URL('../../bench/package.json', import.meta.url));

export const castore = require('@castore/core') as typeof import('@castore/core');
export const castoreDynamo =
  require('@castore/event-storage-adapter-dynamodb') as typeof import('@castore/event-storage-adapter-dynamodb');
export const equinox = require('@equinox-js/core') as typeof import('@equinox-js/core');
export const equinoxDynamo = require('@equinox-js/dynamo-store') as typeof import('@equinox-js/dynamo-store');
