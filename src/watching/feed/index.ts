export { decide } from './decide.js';
export type { FeedCommand } from './decide.js';
export { eventSchema } from './event.js';
export type { FeedEvent } from './event.js';
export { evolve, isNew } from './evolve.js';
export { emptyFeed, feedSchema } from './state.js';
export type { Claim, Claimed, Feed, Stretch } from './state.js';
