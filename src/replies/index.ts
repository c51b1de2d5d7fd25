export { changed } from './changed.js';
export type { Entry, Sheet } from './entry.js';
export type { Refused } from './english/refusals.js';
export { notKnownYet, refusal } from './refusal.js';
export type { Reply } from './reply.js';
export { rosterChanged } from './roster-changed.js';
export type { RosterChange } from './roster-changed.js';
export { everyone, sheet } from './sheet.js';
export { readTrailButton, trail } from './trail.js';
