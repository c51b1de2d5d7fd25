export { decide } from './decide.js';
export type { BoardCommand } from './decide.js';
export { eventSchema } from './event.js';
export type { BoardEvent } from './event.js';
export { evolve } from './evolve.js';
export { boardSchema, emptyBoard } from './state.js';
export type { Board, PinOutcome } from './state.js';
