import type { Hono } from 'hono';
import { streamHandle } from 'hono/aws-lambda';
import type { InFlight } from '../in-flight.js';

/** What AWS Lambda's Node.js runtime provides. */
declare const awslambda: {
  streamifyResponse<Given extends unknown[]>(
    handler: (...given: Given) => Promise<void>,
  ): (...given: Given) => Promise<void>;
};

/**
 * An application as AWS Lambda calls it, by a function URL whose invoke mode is RESPONSE_STREAM: the answer is out once it is
 * made, and the function goes on until what follows it is done, too.
 */
export function lambdaHandler(app: Hono, serving: InFlight) {
  const respond: (...given: Parameters<ReturnType<typeof streamHandle>>) => unknown = streamHandle(app);
  return awslambda.streamifyResponse(async (...given: Parameters<ReturnType<typeof streamHandle>>) => {
    await respond(...given);
    await serving.settled();
  });
}
