export type { ReadTimeOptions } from './options.js';
export { readTime } from './read-time.js';
