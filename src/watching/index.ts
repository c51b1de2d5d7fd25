export * as board from './board/index.js';
export type { Board, BoardCommand, BoardEvent, PinOutcome } from './board/index.js';
export * as feed from './feed/index.js';
export type { Claim, Claimed, Feed, FeedCommand, FeedEvent, Stretch } from './feed/index.js';
export { WatchRefusal } from './refusal.js';
export { isOpen } from './schemas.js';
export type { Choice, ClosedBecause, Kept } from './schemas.js';
