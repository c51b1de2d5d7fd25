import type { english } from './english.js';

/** All that the program says, in one language: no language may lack a key. */
export type Words = typeof english;

/** A name that Discord shows, and what it says beside it. */
export interface Named {
  name: string;
  description: string;
}
