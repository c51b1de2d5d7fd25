export { LineError } from './line.js';
export { startPlayground } from './playground.js';
export type { Playground } from './playground.js';
export type { Client } from './stand-in/client.js';
export type { Outcome } from './stand-in/interactions.js';
export { StandIn, startStandIn } from './stand-in/stand-in.js';
export type { StandInOptions } from './stand-in/stand-in.js';
export { permissions, tavern } from './stand-in/world.js';
export type { World } from './stand-in/world.js';
