import { notKnownWords, refusalWords } from './english/refusals.js';
import type { Refused } from './english/refusals.js';
import type { Reply } from './reply.js';

/** The answer for something that was not done: what was wrong and what would be right, for whoever asked alone. */
export function refusal(refused: Refused): Reply {
  return { embeds: [{ description: refusalWords(refused), color: 0xda3e44 }], private: true };
}

/** The answer for a change of which it is not known whether it was recorded; `later` takes its place. */
export function notKnownYet(later: Promise<Reply>): Reply {
  return { embeds: [{ description: notKnownWords, color: 0xe0a100 }], private: false, later };
}
