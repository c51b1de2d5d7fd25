import { DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import { verdictOn } from '../../src/ledger/failure.js';

const answer = (status: number, name: string) =>
  new DynamoDBServiceException({ name, $fault: 'client', $metadata: { httpStatusCode: status } });
const broken = (code: string) => Object.assign(new Error('connect'), { code });

test.each([
  // the store says what is wrong with the request
  [answer(400, 'ValidationException'), 'refused'],
  [answer(400, 'AccessDeniedException'), 'refused'],
  [answer(400, 'ResourceNotFoundException'), 'refused'],
  [answer(400, 'UnrecognizedClientException'), 'refused'],
  [Object.assign(new Error(), { name: 'CredentialsProviderError' }), 'refused'],
  // it did nothing, or never heard of it
  [answer(400, 'ThrottlingException'), 'not-written'],
  [answer(400, 'ProvisionedThroughputExceededException'), 'not-written'],
  [answer(400, 'RequestLimitExceeded'), 'not-written'],
  [broken('ECONNREFUSED'), 'not-written'],
  [broken('ENOTFOUND'), 'not-written'],
  // it may have done it
  [answer(500, 'InternalServerError'), 'unknown'],
  [answer(503, 'ServiceUnavailableException'), 'unknown'],
  [answer(503, 'ThrottlingException'), 'unknown'],
  [answer(400, 'SomethingNew'), 'unknown'],
  [answer(404, 'NotFoundException'), 'unknown'],
  [broken('ECONNRESET'), 'unknown'],
  [broken('EPIPE'), 'unknown'],
  [Object.assign(new Error(), { name: 'TimeoutError' }), 'unknown'],
  [new SyntaxError('an answer that is no JSON'), 'unknown'],
  ['no error at all', 'unknown'],
  [undefined, 'unknown'],
])('%s is %s', (failure, verdict) => {
  expect(verdictOn(failure)).toBe(verdict);
});
