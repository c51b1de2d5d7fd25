export { connectGateway } from './gateway.js';
export type { Gateway, GatewayOptions } from './gateway.js';
export { TokenRefused } from './log-in.js';
