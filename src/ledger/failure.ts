import { DynamoDBServiceException } from '@aws-sdk/client-dynamodb';

/**
 * What a failed request says. `refused`: certainly nothing was written, and no further try will do better. `not-written`:
 * certainly nothing was written, but a further try may do better. `unknown`: it may have been written.
 */
export type Verdict = 'refused' | 'not-written' | 'unknown';

/** The store had too much to do and did nothing. */
const throttled = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'Throttling',
  'LimitExceededException',
]);
/** The request never left: there was nobody at that address, or no way there. */
const neverSent = new Set<unknown>(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

export function verdictOn(error: unknown): Verdict {
  if (error instanceof DynamoDBServiceException && error.$metadata.httpStatusCode === 400) {
    if (throttled.has(error.name)) return 'not-written';
    // the store understood the request and said what was wrong with it: its shape, the table, the credentials
    return error.name.endsWith('Exception') ? 'refused' : 'unknown';
  }
  if (typeof error !== 'object' || error === null) return 'unknown';
  if ('code' in error && neverSent.has(error.code)) return 'not-written';
  return 'name' in error && error.name === 'CredentialsProviderError' ? 'refused' : 'unknown';
}
