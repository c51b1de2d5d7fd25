import type { Limit } from './rate-limits.js';

/** What a test lets come to grief; to begin with nothing does. */
export interface Faults {
  /** Which requests never arrive; the connection breaks. */
  loseRequest: (method: string, path: string) => boolean;
  /** Which requests are done and their answer is lost. */
  loseAnswer: (method: string, path: string) => boolean;
  /** How long a request is held up before it is served. Milliseconds. */
  delay: (method: string, path: string) => number;
  /**
   * How many edits of messages that are more than an hour old a channel takes; `undefined`: any number. Discord does not publish
   * the figure.
   */
  oldEdits: (channel: string) => Limit | undefined;
}

/** A request that the bot made, and what it came to. */
export interface Requested {
  method: string;
  path: string;
  status: number;
}
