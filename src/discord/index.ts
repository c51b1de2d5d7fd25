import type { Gateway, GatewayOptions } from './gateway.js';

export type { Gateway, GatewayOptions } from './gateway.js';
export { ConnectionRefused } from './connection-refused.js';
export { discordClock } from './clock.js';
export { admission } from './admission.js';
export { interactionsApp, interactionsPath } from './http/app.js';
export type { InteractionsOptions } from './http/app.js';
export { lambdaHandler } from './http/lambda.js';
export { listen } from './http/listen.js';
export type { Listening } from './http/listen.js';
export type { ServiceMeter, WatchMeter } from './meter.js';
export { countdown, inFlight } from './in-flight.js';
export { introduce } from './introduce.js';
export { openRest } from './rest.js';
export { TokenRefused } from './token-refused.js';
export { startBackoff } from './until-done.js';
export type { Backoff } from './until-done.js';
export { openWatch } from './watch/watch.js';
export type { Watch } from './watch/watch.js';

/** See gateway.ts. What serves over HTTP alone does not load it, nor discord.js's client. */
export async function connectGateway(options: GatewayOptions): Promise<Gateway> {
  const gateway = await import('./gateway.js');
  return gateway.connectGateway(options);
}
