import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';

/**
 * What a failed write says of the item. `taken`: another stands there. `refused`: certainly not written, and no further try
 * will do better. `not-written`: certainly not written, but a further try may. `unknown`: it may have been written.
 */
export type Verdict = 'taken' | 'refused' | 'not-written' | 'unknown';

/** The store had too much to do and did nothing. */
const throttled = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'Throttling',
  'LimitExceededException',
]);
/** The request never left: there was nobody at that address, or no way there. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

export function verdictOn(error: unknown): Verdict {
  if (error instanceof ConditionalCheckFailedException) return 'taken';
  if (!(error instanceof Error)) return 'unknown';
  if (throttled.has(error.name)) return 'not-written';
  if ('code' in error && typeof error.code === 'string' && neverSent.has(error.code)) return 'not-written';
  if (error.name === 'CredentialsProviderError') return 'refused';
  return isClientFault(error) ? 'refused' : 'unknown';
}

/** The store understood the request and said that it was wrong: its shape, the table, the credentials. */
function isClientFault(error: Error): boolean {
  return '$fault' in error && error.$fault === 'client' && error.name.endsWith('Exception');
}
