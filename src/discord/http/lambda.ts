import type { Hono } from 'hono';
import { streamHandle } from 'hono/aws-lambda';
import type { InFlight } from '../in-flight.js';

/** What AWS Lambda's Node.js runtime provides. */
declare const awslambda: {
  streamifyResponse<Given extends unknown[]>(
    handler: (...given: Given) => Promise<void>,
  ): (...given: Given) => Promise<void>;
};

/** What Lambda tells of the call. */
export interface LambdaContext {
  /** How long the function may still run. Milliseconds. */
  getRemainingTimeInMillis(): number;
}

/** hono's type leaves out the stream. */
type Respond = (event: unknown, stream: unknown, context: LambdaContext) => Promise<void>;

/** How long before Lambda would end the function it ends by itself. Milliseconds. */
const marginMs = 250;

/**
 * An application as AWS Lambda calls it, by a function URL whose invoke mode is RESPONSE_STREAM: the answer is out once it is
 * made, and the function goes on until what follows it is done, too, or its own time is nearly up.
 */
export function lambdaHandler(app: Hono, serving: InFlight) {
  const respond = streamHandle(app) as unknown as Respond;
  return awslambda.streamifyResponse(async (event: unknown, stream: unknown, context: LambdaContext) => {
    await respond(event, stream, context);
    await serving.settled(() => context.getRemainingTimeInMillis() - marginMs);
  });
}
