import { isCorrection } from '../rules/index.js';
import type { Event } from '../rules/index.js';
import type { Words } from '../words/index.js';
import { correctionText, differenceLines } from './corrections.js';
import { workings } from './workings.js';

/** How an event came to its numbers, or what it did to others; empty where that is obvious. */
export function explanation(words: Words, event: Event): string {
  return isCorrection(event)
    ? [correctionText(words, event), ...differenceLines(words, event)].join('; ')
    : workings(words, event);
}
