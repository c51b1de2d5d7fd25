export { connectGateway } from './gateway.js';
export type { Gateway, GatewayOptions } from './gateway.js';
export { TokenRefused } from './log-in.js';
export { openWatch } from './watch/watch.js';
export type { Watch } from './watch/watch.js';
